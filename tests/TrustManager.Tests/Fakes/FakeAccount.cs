using System.Text;
using System.Text.Json.Nodes;
using Infra.TrustManager.Activation;
using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.CustomResources;
using Infra.TrustManager.FirstCrl;
using Infra.TrustManager.Publishing;
using Infra.TrustManager.Restoring;
using Infra.TrustManager.Retrying;
using Infra.TrustManager.Revocation;
using Infra.TrustManager.Settings;
using Infra.TrustManager.Telemetry;

namespace Infra.TrustManager.Tests.Fakes;

/// <summary>An account in which CloudFormation invokes the functions through Lambda, as it does in AWS.</summary>
internal sealed class FakeAccount : IDisposable
{
    /// <summary>Lambda runs an asynchronous event that failed up to two times more.</summary>
    private const int LambdaAttempts = 3;

    private readonly MemoryStream _log = new();
    private int _requests;

    public FakeAccount()
    {
        Calls = new AwsCalls(Time);
        Bucket = new FakeBucket(Calls, Time);
        PrivateCa = new FakePrivateCa(Calls, Bucket, Time);
        Ca = PrivateCa.Add(Some.Ca);
    }

    public FakeTime Time { get; } = new();

    public AwsCalls Calls { get; }

    public FakeBucket Bucket { get; }

    public FakePrivateCa PrivateCa { get; }

    /// <summary>The CA that most tests are about.</summary>
    public FakeCa Ca { get; }

    public FakeAnswers Answers { get; } = new();

    public string Log => Encoding.UTF8.GetString(_log.ToArray());

    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(15);

    public CancellationTokenSource Ending { get; } = new();

    /// <summary>The resource that the function is for.</summary>
    public OwnResource Own { get; set; } = new(TrustManagerVariables.CaRevocation, Some.StackId, Some.LogicalId);

    public static Dictionary<string, string> Activation(params (string Name, string Value)[] changes)
    {
        var values = new Dictionary<string, string>
        {
            ["CertificateAuthorityArn"] = Some.Ca.ToString(),
            ["ParentCertificateAuthorityArn"] = Some.OtherCa.ToString(),
            ["ValidityYears"] = "5",
            ["PathLength"] = "0",
            ["SigningAlgorithm"] = "SHA256WITHRSA",
        };
        foreach (var (name, value) in changes)
        {
            values[name] = value;
        }

        return values;
    }

    public Task<CustomResourceAnswer> CreateAsync(IReadOnlyDictionary<string, string> properties) =>
        SendAsync(Some.Event("Create", properties));

    public Task<CustomResourceAnswer> UpdateAsync(
        IReadOnlyDictionary<string, string> from, IReadOnlyDictionary<string, string> to, string? physicalId = null)
    {
        var update = Some.Event("Update", to);
        update["PhysicalResourceId"] = physicalId ?? $"ca-revocation/{Some.Ca.CaId}";
        update["OldResourceProperties"] = Some.Event("Update", from)["ResourceProperties"]!.DeepClone();
        return SendAsync(update);
    }

    public Task<CustomResourceAnswer> DeleteAsync(IReadOnlyDictionary<string, string> properties, string? physicalId = null)
    {
        var delete = Some.Event("Delete", properties);
        delete["PhysicalResourceId"] = physicalId ?? $"ca-revocation/{Some.Ca.CaId}";
        return SendAsync(delete);
    }

    /// <summary>Sends a request and repeats it as Lambda does, until it is answered.</summary>
    public async Task<CustomResourceAnswer> SendAsync(JsonObject request, ICustomResource? resource = null)
    {
        request["RequestId"] = $"request-{++_requests}";
        var heard = Answers.Heard.Count;
        for (var attempt = 1; attempt <= LambdaAttempts && Answers.Heard.Count == heard; attempt++)
        {
            await InvokeAsync(Encoding.UTF8.GetBytes(request.ToJsonString()), resource);
        }

        Assert.True(Answers.Heard.Count > heard, $"{request["RequestType"]} was answered");
        return Answers.Heard[^1];
    }

    /// <returns>What the invocation gave; empty when it died or failed.</returns>
    public async Task<byte[]> InvokeAsync(byte[] request, ICustomResource? resource = null)
    {
        var log = new EventLog(_log, Time);
        var function = new CustomResourceFunction(
            resource ?? Revocation(), Own, Some.Responses, Answers, log, Time, Ending.Token);
        using var input = new MemoryStream(request);
        var invocation = function.HandleAsync(input, new FakeContext(Time, Timeout));
        if (await Task.WhenAny(invocation, Calls.Crashed.Task) != invocation)
        {
            Calls.Heal();
            return [];
        }

        try
        {
            using var output = new MemoryStream();
            await (await invocation).CopyToAsync(output);
            return output.ToArray();
        }
        catch (AnswerLostException)
        {
            // Lambda sees a failed event.
            return [];
        }
    }

    public void Dispose()
    {
        _log.Dispose();
        Ending.Dispose();
    }

    public ICustomResource Revocation()
    {
        var patience = new Patience(Time);
        return CaRevocationResource.Over(
            new PatientPrivateCa(PrivateCa, patience),
            new PatientCaTags(PrivateCa, patience),
            new PatientRestorePoints(Bucket, patience),
            new PatientCrlObjects(Bucket, patience),
            Time);
    }

    public ICustomResource FirstCrl()
    {
        var patience = new Patience(Time);
        return FirstCrlResource.Over(
            new PatientPrivateCa(PrivateCa, patience), new PatientCrlObjects(Bucket, patience), Time);
    }

    public ICustomResource Activator()
    {
        var privateCa = new PatientPrivateCa(PrivateCa, new Patience(Time));
        return new CaActivationResource(privateCa, new SubordinateCertificate(privateCa), Time);
    }
}
