using System.Text.Json;
using Infra.TrustManager.Settings;

namespace Infra.Bench.Documents;

/// <summary>CloudFormation's request to create one of our custom resources.</summary>
internal static class CustomResourceEvent
{
    private const string Authorities = "arn:aws:acm-pca:us-east-1:111122223333:certificate-authority/";
    private const string Ca = Authorities + "01234567-89ab-cdef-0123-456789abcdef";
    private const string ParentCa = Authorities + "01234567-89ab-cdef-0123-456789abcde0";

    /// <summary>The stack of every event; the logical id is the name of the function.</summary>
    private const string StackId =
        "arn:aws:cloudformation:us-east-1:111122223333:stack/bench/01234567-89ab-cdef-0123-456789abcdef";

    /// <summary>Properties of each resource, by the name of its function. A new function gets its event here.</summary>
    private static readonly Dictionary<string, object> Properties = new()
    {
        [TrustManagerVariables.CaRevocation] = new
        {
            CertificateAuthorityArn = Ca,
            CrlBucketName = "crl-bucket",
            CustomCname = "crl.corp.example.mil",
        },
        [TrustManagerVariables.FirstCrl] = new
        {
            CertificateAuthorityArn = Ca,
            CrlBucketName = "crl-bucket",
            CustomCname = "crl.corp.example.mil",
        },
        [TrustManagerVariables.CaActivation] = new
        {
            CertificateAuthorityArn = Ca,
            ParentCertificateAuthorityArn = ParentCa,
            ValidityYears = "5",
        },
        [TrustManagerVariables.DirectoryTrust] = new
        {
            DirectoryId = "d-0123456789",
            StateBucketName = "trust-memory",
            SmartCard = new { CertificateAuthorityArns = new[] { Ca } },
        },
    };

    /// <summary>Functions there is an event for.</summary>
    public static IReadOnlyList<string> Functions { get; } = [.. Properties.Keys];

    /// <summary>By which a function knows that the events are about its resource.</summary>
    public static (string Name, string Value)[] Variables(string function) =>
    [
        (TrustManagerVariables.Function, function),
        (TrustManagerVariables.ResourceStackId, StackId),
        (TrustManagerVariables.ResourceLogicalId, function),
    ];

    public static byte[] Create(string function, Uri responseUrl) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        RequestType = "Create",
        ResponseURL = responseUrl,
        StackId,
        RequestId = "01234567-89ab-cdef-0123-456789abcdef",
        ResourceType = $"Custom::{function}",
        LogicalResourceId = function,
        ResourceProperties = Properties[function],
    });
}
