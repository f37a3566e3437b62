using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.CustomResources;
using Infra.TrustManager.Directories;
using Infra.TrustManager.DirectoryTrust;
using Infra.TrustManager.DirectoryTrust.Approvals;
using Infra.TrustManager.DirectoryTrust.Reconciling;
using Infra.TrustManager.DirectoryTrust.Requests;
using Infra.TrustManager.DirectoryTrust.Status;
using Infra.TrustManager.Fingerprints;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Messages;
using Infra.TrustManager.Requests;
using Infra.TrustManager.Retrying;
using Infra.TrustManager.Settings;
using Infra.TrustManager.Telemetry;
using Infra.TrustManager.Tests.Fakes;
using Infra.TrustManager.Tests.Identity;
using Infra.TrustManager.Tests.Messages;
using Infra.TrustManager.Tests.Trust;
using Infra.TrustManager.Trust;

namespace Infra.TrustManager.Tests.DirectoryTrust.Reconciling;

/// <summary>An account whose directory is deployed once; then time and operators invoke its functions.</summary>
internal sealed class RotatingAccount : IDisposable
{
    private readonly MemoryStream _log = new();
    private int _invocations;

    /// <param name="sources">What the functions read; null for <see cref="TrustAccount.Source"/>.</param>
    public RotatingAccount(Func<TimeSpan>? delay = null, IWantedCertificates? sources = null)
    {
        Base = new TrustAccount(delay) { OverlapDays = 7, Sources = sources! };
        Messages = new FakeMessages(Base.Calls);
    }

    public TrustAccount Base { get; }

    public FakeMessages Messages { get; }

    public TrustMemory Memory => Base.Memory.Memory!;

    public DirectoryPlace Place { get; } = new(SomeTrust.DirectoryId, "state-bucket");

    /// <summary>What the function's template asks for; null for what the state says was deployed.</summary>
    public DeployedProperties? Deployed { get; set; }

    /// <summary>Where the functions reach STS.</summary>
    public string StsUrl { get; init; } = FakeSts.Nowhere;

    /// <summary>Names of what works, oldest first.</summary>
    public IEnumerable<string> Names => Base.Directory.Entries
        .Where(entry => entry.State == RegistrationState.Registered).Select(entry => entry.Certificate.CommonName);

    public string Log => Encoding.UTF8.GetString(_log.ToArray());

    public async Task DeployAsync(DesiredTrust desired, string? mode = null)
    {
        var properties = TrustAccount.Properties(desired, overlapDays: Base.OverlapDays);
        properties["RotationMode"] = mode;
        properties["DirectoryName"] = "corp";
        var answer = await Base.SendAsync(Memory is null ? "Create" : "Update", properties, properties.DeepClone().AsObject());
        Assert.True(answer.Succeeded, answer.Reason);
        Base.Calls.Heal();
    }

    /// <summary>Lets the sources of a purpose list these from now on.</summary>
    public void Drop(CertificatePurpose purpose, params CaCertificate[] certificates)
    {
        foreach (var certificate in certificates)
        {
            FakeSource.Known[certificate.Pem] = certificate;
        }

        Base.Source.Dropped[purpose] = certificates;
    }

    /// <summary>Lets a bucket hold these, too; no path leads from them to an anchor.</summary>
    public void DropStrangers(params CaCertificate[] certificates) => Base.Drop(certificates, []);

    /// <summary>Lets days pass, and the schedule invoke the function on each.</summary>
    public async Task PassAsync(int days)
    {
        for (var day = 0; day < days; day++)
        {
            Base.Time.Advance(TimeSpan.FromDays(1));
            await RunAsync();
        }
    }

    /// <summary>A scheduled event; false when the process died or the work is not finished.</summary>
    /// <param name="off">How far the event's time is off the clock.</param>
    public async Task<bool> RunAsync(TimeSpan off = default)
    {
        var output = await InvokeAsync(
            new JsonObject
            {
                ["source"] = "aws.events",
                ["detail-type"] = "Scheduled Event",
                ["time"] = $"{Base.Time.GetUtcNow() + off:s}Z",
            },
            $"run-{++_invocations}");
        return output is not null;
    }

    /// <summary>An event of EventBridge, as it is, at the time of the clock.</summary>
    public async Task<JsonNode> NoticeAsync(JsonObject occurrence)
    {
        occurrence["time"] = $"{Base.Time.GetUtcNow():s}Z";
        return JsonNode.Parse((await InvokeAsync(occurrence, $"run-{++_invocations}"))!)!;
    }

    /// <summary>Asks the function that fulfils the request, about the directory unless the request names another.</summary>
    public async Task<JsonNode> AskAsync(JsonObject request)
    {
        request.TryAdd("directoryId", Place.DirectoryId);
        return JsonNode.Parse((await InvokeAsync(request, $"request-{++_invocations}"))!)!;
    }

    /// <summary>The newest value of a metric of the directory; null where there is none.</summary>
    public double? Figure(string name) => Log.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => JsonNode.Parse(line)!)
        .Where(line => line["DirectoryId"] is not null)
        .Select(line => line[name]?.GetValue<double>())
        .LastOrDefault(value => value is not null);

    public void Dispose()
    {
        Base.Dispose();
        _log.Dispose();
    }

    public async Task<byte[]?> InvokeAsync(JsonNode received, string invocation)
    {
        var request = OperatorRequests.OfDirectory.Find(received["request"]?.GetValue<string>() ?? "");
        using var input = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(received));
        var context = new FakeContext(Base.Time, TimeSpan.FromMinutes(15), invocation);
        var running = request?.Function == TrustManagerVariables.DirectoryRead
            ? Read().HandleAsync(input, context)
            : Reconcile().HandleAsync(input, context);
        if (await Task.WhenAny(running, Base.Calls.Crashed.Task) != running)
        {
            Base.Calls.Heal();
            return null;
        }

        try
        {
            using var output = new MemoryStream();
            await (await running).CopyToAsync(output);
            return output.ToArray();
        }
        catch (UnfinishedException)
        {
            return null;
        }
    }

    private DeployedProperties Settled() => new(
        Base.Memory.Memory?.Settled?.Properties is { } properties
            ? PropertiesFingerprint.Of(properties.ToJson(), ownAuthority: null)
            : "none",
        OwnCertificateAuthority: null);

    public DirectoryReconcileFunction Reconcile()
    {
        var (memory, log) = (Memories(), new EventLog(_log, Base.Time));
        var directory = new PatientDirectoryService(Base.Directory, new Patience(Base.Time));
        var desk = new MemoryDesk(memory, Base.Time);
        var (surveyor, deployed) = (new Surveyor(directory, Base.Sources), Deployed ?? Settled());
        var run = new DirectoryRun(
            Place,
            new Reconciler(
                directory, memory, surveyor, deployed, Base.Time),
            new MessageDesk(Messages),
            desk,
            log,
            Base.Time,
            CancellationToken.None);
        return new DirectoryReconcileFunction(
            Place,
            run,
            new DirectoryWriteRequests(
                run,
                new HoldDesk(desk, Place),
                new OperatorDecisions(surveyor, memory, desk, Place, deployed),
                Base.Time),
            Writes(log),
            Base.Time);
    }

    public DirectoryReadFunction Read()
    {
        var memory = Memories();
        var directory = new PatientDirectoryService(Base.Directory, new Patience(Base.Time));
        var surveyor = new Surveyor(directory, Base.Sources);
        var other = new DirectoryPlace("d-9999999999", "state-bucket");
        var deployed = new DeployedState(new Dictionary<string, DeployedProperties>
        {
            [other.DirectoryId] = new("none", OwnCertificateAuthority: null),
            [Place.DirectoryId] = Deployed ?? Settled(),
        });
        return new DirectoryReadFunction(
            [other, Place],
            new DirectoryReadRequests(
                new TrustPlanner(surveyor, memory, deployed),
                new StatusReader(directory, surveyor, memory, deployed),
                new ApprovalsReader(surveyor, memory, Base.Time),
                memory),
            Execution(new EventLog(_log, Base.Time)),
            Base.Time);
    }

    private ClockedTrustMemory Memories() =>
        new(new PatientTrustMemory(Base.Memory, new Patience(Base.Time)), Base.Time);

    private WriteExecution Writes(EventLog log) => new(Execution(log), FakeSts.Check(StsUrl, Base.Time));

    private RequestExecution Execution(EventLog log) => new(log, Base.Time, CancellationToken.None);
}
