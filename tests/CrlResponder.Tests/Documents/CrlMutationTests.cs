using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Infra.CrlResponder.Telemetry;
using Infra.CrlResponder.Tests.Support;
using Infra.Mutations;
using Xunit.Abstractions;

namespace Infra.CrlResponder.Tests.Documents;

/// <summary>Damaged CRLs, and lists whose CA's certificate is damaged: each request ends in the list or in a 503.</summary>
/// <remarks>Through the function's entry point: reader, signature, succession, response, log and metrics.</remarks>
public sealed class CrlMutationTests(ITestOutputHelper output)
{
    private static readonly byte[] Event = Encoding.UTF8.GetBytes(
        $$$"""{"httpMethod":"GET","path":"{{{Some.CrlPath}}}","headers":{}}""");

    /// <summary>Lists of each kind that is read, each with the certificate of its CA.</summary>
    private static readonly (byte[] Crl, byte[] Certificate)[] Originals = [.. SomeOriginals()];

    [Fact]
    public async Task A_damaged_crl_is_served_whole_or_answered_with_503()
    {
        var random = new Random(20261201);
        var count = 10_000 * MutationCount.Factor;
        var served = 0;
        for (var i = 0; i < count; i++)
        {
            var (crl, certificate) = Originals[i % Originals.Length];
            served += await IsServedAsync(DerMutation.Of(crl, random), certificate) ? 1 : 0;
        }

        output.WriteLine($"{count} damaged lists: {served} served.");
        Assert.InRange(served, 1, count / 2);
    }

    [Fact]
    public async Task A_list_whose_ca_certificate_is_damaged_is_served_whole_or_answered_with_503()
    {
        var random = new Random(20261201);
        var count = 2_000 * MutationCount.Factor;
        var served = 0;
        for (var i = 0; i < count; i++)
        {
            var (crl, certificate) = Originals[i % Originals.Length];
            served += await IsServedAsync(crl, DerMutation.Of(certificate, random)) ? 1 : 0;
        }

        output.WriteLine($"{count} lists with damaged certificates: {served} served.");
        Assert.InRange(served, count / 2, count);
    }

    private static async Task<bool> IsServedAsync(byte[] crl, byte[] certificate)
    {
        var store = new FakeCrlStore();
        store.Put(Some.CrlKey, crl);
        store.Put(Some.CertificateKey, certificate);
        var function = new CrlResponderFunction(
            Some.Settings, store, new OutcomeLog(Stream.Null), new FakeTime(Some.Noon));
        var input = $"{Convert.ToBase64String(crl)} with {Convert.ToBase64String(certificate)}";
        JsonElement answer;
        try
        {
            await using var stream = await function.HandleAsync(
                new MemoryStream(Event), new FakeLambdaContext(TimeSpan.FromSeconds(10)));
            answer = await JsonSerializer.DeserializeAsync<JsonElement>(stream);
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException(input, exception);
        }

        var isServed = answer.GetProperty("statusCode").GetInt32() == 200;
        Assert.True(
            isServed
                ? answer.GetProperty("body").GetBytesFromBase64().AsSpan().SequenceEqual(crl)
                : answer.GetProperty("statusCode").GetInt32() == 503,
            $"{answer.GetProperty("statusCode")}: {input}");
        return isServed;
    }

    private static IEnumerable<(byte[] Crl, byte[] Certificate)> SomeOriginals()
    {
        using var ec = new SomeCa("Some CA of an agency", ECDsa.Create(ECCurve.NamedCurves.nistP384));
        using var rsa = new SomeCa("RSA CA", RSA.Create(2048), usages: null);
        yield return (ec.Crl(hash: HashAlgorithmName.SHA384), ec.Certificate);
        yield return (rsa.Crl(), rsa.Certificate);
        yield return (rsa.Crl(padding: RSASignaturePadding.Pss), rsa.Certificate);
        yield return (Some.Crl(revoked: 3), Some.Certificate);
        yield return (new HandMadeCrl().Encode(), Some.Certificate);
        yield return (new HandMadeCrl { GeneralizedTime = true }.Encode(), Some.Certificate);
    }
}
