using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Amazon.Lambda.ApplicationLoadBalancerEvents;
using Infra.CrlResponder.Issuers;
using Infra.CrlResponder.Requests;
using Infra.CrlResponder.Serving;
using Infra.CrlResponder.Settings;
using Infra.CrlResponder.Store;

namespace Infra.CrlResponder.Tests.Support;

/// <summary>Valid values; a test changes what it is about.</summary>
internal static class Some
{
    public const string CrlKey = "crl/01234567-89ab-cdef-0123-456789abcdef.crl";

    public const string CrlPath = "/" + CrlKey;

    public const string CertificateKey = "aia/01234567-89ab-cdef-0123-456789abcdef.cer";

    public static readonly DateTimeOffset Noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    public static readonly CrlResponderSettings Settings = new() { BucketName = "crl-bucket" };

    private static readonly X509Certificate2 Ca = NewCa("CN=Some CA");

    public static byte[] Certificate => Ca.RawData;

    /// <summary>A CRL that is valid from noon for seven days, as Private CA's default has it.</summary>
    public static byte[] Crl(
        long number = 1,
        DateTimeOffset? thisUpdate = null,
        DateTimeOffset? nextUpdate = null,
        int revoked = 0)
    {
        var builder = new CertificateRevocationListBuilder();
        for (var serial = 1; serial <= revoked; serial++)
        {
            builder.AddEntry(
                new BigInteger(serial).ToByteArray(isBigEndian: true), Noon, X509RevocationReason.KeyCompromise);
        }

        var from = thisUpdate ?? Noon;
        return builder.Build(Ca, number, nextUpdate ?? from.AddDays(7), HashAlgorithmName.SHA256, thisUpdate: from);
    }

    public static DocumentLoader Loader(ICrlStore store, TimeProvider time, CrlResponderSettings? settings = null) => new(
        new CrlVerifier(new IssuerCertificates(store, settings ?? Settings, time)), (settings ?? Settings).MaxAge);

    public static ServedKey Key(string key = CrlKey) =>
        ServedKey.From("/" + key, Settings) ?? throw new ArgumentException($"'{key}' is not a served key.", nameof(key));

    public static ClientRequest Request(
        string path = CrlPath, string method = "GET", params (string Name, string Value)[] headers) =>
        ClientRequest.From(new ApplicationLoadBalancerRequest
        {
            HttpMethod = method,
            Path = path,
            Headers = headers.ToDictionary(header => header.Name, header => header.Value),
        })!;

    private static X509Certificate2 NewCa(string name)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.CrlSign | X509KeyUsageFlags.KeyCertSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        return request.CreateSelfSigned(Noon.AddYears(-1), Noon.AddYears(9));
    }
}
