using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.TrustManager.Admission;
using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.CustomResources;
using Infra.TrustManager.Directories;
using Infra.TrustManager.DirectoryTrust;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Retrying;
using Infra.TrustManager.Settings;
using Infra.TrustManager.Telemetry;
using Infra.TrustManager.Tests.Fakes;
using Infra.TrustManager.Tests.Trust;
using Infra.TrustManager.Trust;

namespace Infra.TrustManager.Tests.DirectoryTrust;

/// <summary>An account with one directory, in which CloudFormation invokes the function through Lambda.</summary>
internal sealed class TrustAccount : IDisposable
{
    /// <summary>Lambda runs an asynchronous event that failed up to two times more.</summary>
    private const int LambdaAttempts = 3;

    private readonly MemoryStream _log = new();
    private readonly CancellationTokenSource _ending = new();
    private int _requests;

    public TrustAccount(Func<TimeSpan>? delay = null)
    {
        Calls = new AwsCalls(Time);
        Directory = new FakeDirectory(Calls, Time, delay ?? (() => TimeSpan.Zero));
        Memory = new FakeTrustMemory(Calls);
    }

    public FakeTime Time { get; } = new();

    public AwsCalls Calls { get; }

    public FakeDirectory Directory { get; }

    public FakeTrustMemory Memory { get; }

    public FakeSource Source { get; } = new();

    /// <summary>What the functions read; <see cref="Source"/> unless said otherwise.</summary>
    public IWantedCertificates Sources { get => field ?? Source; init; }

    public FakeAnswers Answers { get; } = new();

    public string Log => Encoding.UTF8.GetString(_log.ToArray());

    /// <summary>Days between successors and the end of what they replace.</summary>
    public int OverlapDays { get; set; }

    /// <summary>What a run believes at last: what is documented, or the less that it learned.</summary>
    public Ceilings Ceilings => new(
        Math.Min(Ceilings.Documented.SmartCard!.Value, Directory.Ceilings[CertificatePurpose.SmartCard]),
        Math.Min(Ceilings.Documented.Ldaps!.Value, Directory.Ceilings[CertificatePurpose.Ldaps]));

    public RotationRules Rules => RotationRules.Default with { Overlap = TimeSpan.FromDays(OverlapDays) };

    public string StackId { get; set; } = Some.StackId;

    /// <summary>Properties that ask for <paramref name="desired"/>.</summary>
    public static JsonObject Properties(
        DesiredTrust desired, string directoryId = SomeTrust.DirectoryId, int overlapDays = 0)
    {
        var properties = new JsonObject
        {
            ["DirectoryId"] = directoryId,
            ["StateBucketName"] = "state-bucket",
            [nameof(OverlapDays)] = overlapDays.ToString(CultureInfo.InvariantCulture),
        };
        Add("SmartCard", desired.SmartCard);
        Add("Ldaps", desired.Ldaps);
        return properties;

        void Add(string name, DesiredPurpose? purpose)
        {
            if (purpose is not null)
            {
                properties[name] = new JsonObject
                {
                    ["Certificates"] = Texts(purpose.Certificates.Select(Remember)),
                    ["Enabled"] = purpose.Enabled ? "true" : "false",
                    ["OcspUrl"] = purpose.OcspUrl,
                    ["AllowGapFor"] = Texts(purpose.GapAllowedFor),
                };
            }
        }
    }

    /// <summary>Lets a bucket hold these, and anchors be above some of them.</summary>
    public void Drop(IEnumerable<CaCertificate> certificates, IEnumerable<CaCertificate> anchored)
    {
        Source.Strangers.Clear();
        Source.Strangers.AddRange(certificates);
        Source.Strangers.ForEach(certificate => Remember(certificate));
        Source.Anchored.Clear();
        Source.Anchored.UnionWith(anchored.Select(certificate => certificate.Thumbprint));
    }

    /// <summary>Lets an operator have decided about a certificate.</summary>
    public void Decide(CertificatePurpose purpose, CaCertificate certificate, bool isApproved) =>
        Memory.Stored = MemoryDocument.Write(Memory.Memory!.Deciding(
        [
            new AdmissionDecision(
                purpose,
                certificate.Thumbprint,
                certificate.CommonName,
                isApproved,
                Time.GetUtcNow(),
                "self-reported",
                certificate.Thumbprint),
        ]));

    /// <summary>What properties that ask for <paramref name="wish"/> and the bucket make together.</summary>
    public Task<DesiredTrust> ReadAsync(DesiredTrust wish)
    {
        var json = JsonSerializer.SerializeToElement(Wish(wish));
        return new DesiredReader(Source).ReadAsync(
            DirectoryTrustProperties.From(ResourceProperties.From(json)),
            Memory.Memory ?? SomeTrust.Remembering(),
            Time.GetUtcNow(),
            notice: null,
            CancellationToken.None);
    }

    public Task<CustomResourceAnswer> CreateAsync(DesiredTrust desired) => SendAsync("Create", Wish(desired));

    public Task<CustomResourceAnswer> UpdateAsync(DesiredTrust from, DesiredTrust to) =>
        SendAsync("Update", Wish(to), Wish(from));

    public Task<CustomResourceAnswer> DeleteAsync(DesiredTrust desired) => SendAsync("Delete", Wish(desired));

    /// <summary>Sends a request and repeats it as Lambda does, until it is answered.</summary>
    public async Task<CustomResourceAnswer> SendAsync(
        string kind, JsonObject properties, JsonObject? old = null, string? physicalId = null)
    {
        var request = Some.Event(kind, new Dictionary<string, string>());
        request[nameof(StackId)] = StackId;
        request["LogicalResourceId"] = "Trust";
        request["RequestId"] = $"request-{++_requests}";
        request["ResourceProperties"] = properties;
        request["OldResourceProperties"] = old;
        request["PhysicalResourceId"] = kind == "Create" ? null : physicalId ?? $"directory-trust/{SomeTrust.DirectoryId}";
        var json = Encoding.UTF8.GetBytes(request.ToJsonString());
        var heard = Answers.Heard.Count;
        for (var attempt = 1; attempt <= LambdaAttempts && Answers.Heard.Count == heard; attempt++)
        {
            await InvokeAsync(json);
        }

        Assert.True(Answers.Heard.Count > heard, $"{kind} was answered");
        return Answers.Heard[^1];
    }

    /// <summary>What a rollback to <paramref name="desired"/> is to make true.</summary>
    public Task<DesiredTrust> BackAsync(DesiredTrust desired) => new DesiredReader(Source).BackAsync(
        DirectoryTrustProperties.From(ResourceProperties.From(JsonSerializer.SerializeToElement(Wish(desired)))),
        Memory.Memory?.Settled ?? new SettledTrust("", desired),
        Memory.Memory!,
        Time.GetUtcNow(),
        CancellationToken.None);

    public void Dispose()
    {
        _log.Dispose();
        _ending.Dispose();
    }

    public DirectoryTrustResource Resource()
    {
        var patience = new Patience(Time);
        return new DirectoryTrustResource(
            new PatientDirectoryService(Directory, patience),
            new ClockedTrustMemory(new PatientTrustMemory(Memory, patience), Time),
            Sources,
            Time);
    }

    private JsonObject Wish(DesiredTrust desired) => Properties(desired, overlapDays: OverlapDays);

    private static string Remember(CaCertificate certificate)
    {
        FakeSource.Known[certificate.Pem] = certificate;
        return certificate.Pem;
    }

    private static JsonArray Texts(IEnumerable<string> texts) =>
        [.. texts.Select(text => (JsonNode)JsonValue.Create(text)!)];

    private async Task InvokeAsync(byte[] json)
    {
        var own = new OwnResource(TrustManagerVariables.DirectoryTrust, StackId, "Trust");
        var function = new CustomResourceFunction(
            Resource(), own, Some.Responses, Answers, new EventLog(_log, Time), Time, _ending.Token);
        using var input = new MemoryStream(json);
        var invocation = function.HandleAsync(input, new FakeContext(Time, TimeSpan.FromMinutes(15)));
        if (await Task.WhenAny(invocation, Calls.Crashed.Task) != invocation)
        {
            Calls.Heal();
            return;
        }

        try
        {
            await invocation;
        }
        catch (UnfinishedException)
        {
            // Lambda sees a failed event.
        }
    }
}
