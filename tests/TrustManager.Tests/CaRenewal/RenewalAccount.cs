using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.CaRenewal;
using Infra.TrustManager.CaRenewal.Asking;
using Infra.TrustManager.CaRenewal.Crl;
using Infra.TrustManager.CaRenewal.Remembering;
using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.FirstCrl;
using Infra.TrustManager.Messages;
using Infra.TrustManager.Publishing;
using Infra.TrustManager.Requests;
using Infra.TrustManager.Retrying;
using Infra.TrustManager.Settings;
using Infra.TrustManager.Telemetry;
using Infra.TrustManager.Tests.Fakes;
using Infra.TrustManager.Tests.Identity;

namespace Infra.TrustManager.Tests.CaRenewal;

/// <summary>An account with a root CA and a CA below it, in which EventBridge and people invoke the function.</summary>
internal sealed class RenewalAccount : IDisposable
{
    private readonly MemoryStream _log = new();

    /// <param name="daysLeft">Of the certificate of the CA that the function is about.</param>
    /// <param name="pathLength">Of the same, where it is a subordinate one; null for no limit.</param>
    /// <param name="change">Adds what else the same has.</param>
    /// <param name="issuerName">Who issued the same, where that is another CA than the one above now.</param>
    public RenewalAccount(
        bool subordinate = false,
        int daysLeft = 1000,
        int parentDaysLeft = 5000,
        int? pathLength = 0,
        Action<CertificateRequest>? change = null,
        string? issuerName = null)
    {
        Calls = new AwsCalls(Time);
        Bucket = new FakeBucket(Calls, Time);
        PrivateCa = new FakePrivateCa(Calls, Bucket, Time) { Sign = Issue };
        Memory = new FakeRenewalMemory(Calls);
        Topic = new FakeTopic(Calls);
        var now = Time.GetUtcNow();
        var from = now.AddYears(-3);
        if (subordinate)
        {
            Parent = PrivateCa.Add(Some.OtherCa);
            Parent.Certificate = ParentKey.SelfSigned(from, now.AddDays(parentDaysLeft));
            Settings = SomeRenewal.SubordinateSettings;
        }

        var issuer = issuerName is null ? ParentKey : new CaKey(issuerName);
        Ca = PrivateCa.Add(Some.Ca);
        (Ca.IsRoot, Ca.Csr, Ca.MakeCrl) = (!subordinate, Key.Csr, (at, point) => Key.Crl(at, point));
        Ca.Certificate = subordinate
            ? new CertificateAndChain(
                issuer.Sign(Key.Csr, from, now.AddDays(daysLeft), pathLength, change).ExportCertificatePem(),
                issuerName is null
                    ? Parent!.Certificate!.Certificate
                    : issuer.SelfSigned(from, now.AddDays(parentDaysLeft)).Certificate)
            : new CertificateAndChain(
                Key.Sign(Key.Csr, from, now.AddDays(daysLeft), null, change).ExportCertificatePem(), null);
    }

    public FakeTime Time { get; } = new();

    public AwsCalls Calls { get; }

    public FakeBucket Bucket { get; }

    public FakePrivateCa PrivateCa { get; }

    public FakeRenewalMemory Memory { get; }

    public FakeTopic Topic { get; }

    public CaKey Key { get; } = new("Agency CA");

    public CaKey ParentKey { get; } = new("Agency Root CA");

    public FakeCa Ca { get; }

    public FakeCa? Parent { get; }

    /// <summary>Who signs: the parent where there is one.</summary>
    public FakeCa Issuer => Parent ?? Ca;

    public RenewalSettings Settings { get; set; } = SomeRenewal.RootSettings;

    /// <summary>What is done to certificates before they are signed, or instead of it.</summary>
    public Func<CertificateOrder, CertificateAndChain?> Tamper { get; set; } = _ => null;

    public Func<IPrivateCa, IPrivateCa> Around { get; set; } = inner => inner;

    /// <summary>Where the function reaches STS.</summary>
    public string StsUrl { get; init; } = FakeSts.Nowhere;

    public string Log => Encoding.UTF8.GetString(_log.ToArray());

    public string Thumbprint => ThumbprintOf(Ca.Certificate!);

    public byte[]? Published => Bucket.Objects.GetValueOrDefault((Some.Bucket, $"aia/{Some.Ca.CaId}.cer"));

    public static string ThumbprintOf(CertificateAndChain certificate) =>
        ParsedCertificate.FromDer(certificate.CertificateDer()).Thumbprint;

    /// <summary>The daily event; null when the process died.</summary>
    /// <param name="off">How far the event's time is off the clock.</param>
    public Task<JsonNode?> RunAsync(TimeSpan off = default) => AskAsync(new JsonObject
    {
        ["source"] = "aws.events",
        ["detail-type"] = "Scheduled Event",
        ["time"] = $"{Time.GetUtcNow() + off:yyyy-MM-ddTHH:mm:ssZ}",
    });

    public async Task RunDaysAsync(int days, int every = 1)
    {
        for (var day = 0; day < days; day += every)
        {
            Time.Advance(TimeSpan.FromDays(every));
            await RunAsync();
        }
    }

    /// <summary>Asks the function that fulfils the request, about the CA unless the request names another.</summary>
    public async Task<JsonNode?> AskAsync(JsonNode request)
    {
        var name = (request as JsonObject)?["request"]?.GetValue<string>();
        if (name is not null)
        {
            request.AsObject().TryAdd("certificateAuthorityArn", Some.Ca.ToString());
        }

        using var input = new MemoryStream(Encoding.UTF8.GetBytes(request.ToJsonString()));
        var context = new FakeContext(Time, TimeSpan.FromMinutes(15));
        var isRead = OperatorRequests.OfAuthority.Find(name ?? "")?.Function == TrustManagerVariables.CaRead;
        var invocation = isRead ? Read().HandleAsync(input, context) : Renewal().HandleAsync(input, context);
        if (await Task.WhenAny(invocation, Calls.Crashed.Task) != invocation)
        {
            Calls.Heal();
            return null;
        }

        using var answer = await invocation;
        return await JsonNode.ParseAsync(answer);
    }

    public void Dispose() => _log.Dispose();

    private CaRenewalFunction Renewal()
    {
        var (privateCa, memory, publication) = Clients();
        return new CaRenewalFunction(
            new RenewalRun(privateCa, memory, publication, Crl(privateCa), new MessageDesk(Topic), Settings, Time),
            new CaWriteRequests(privateCa, memory, Settings, Time),
            Settings,
            new WriteExecution(Execution(), FakeSts.Check(StsUrl, Time)),
            new EventLog(_log, Time),
            Time,
            CancellationToken.None);
    }

    private CaReadFunction Read()
    {
        var (privateCa, memory, publication) = Clients();
        return new CaReadFunction(
            new CaReadRequests(privateCa, memory, publication, Settings), Settings, Execution(), Time);
    }

    private (IPrivateCa PrivateCa, IRenewalMemory Memory, AiaPublication Publication) Clients()
    {
        var patience = new Patience(Time);
        var privateCa = new PatientPrivateCa(Around(PrivateCa), patience);
        return (
            privateCa,
            new ClockedRenewalMemory(new PatientRenewalMemory(Memory, patience), Time),
            new AiaPublication(privateCa, new PatientCrlObjects(Bucket, patience)));
    }

    private CurrentCrl Crl(IPrivateCa privateCa) => new(
        new FirstCrlTrigger(privateCa, new PatientCrlObjects(Bucket, new Patience(Time)), Time), Settings, Time);

    private RequestExecution Execution() => new(new EventLog(_log, Time), Time, CancellationToken.None);

    private CertificateAndChain Issue(CaArn issuer, CertificateOrder order)
    {
        if (order.TemplateArn.Contains("CodeSigning", StringComparison.Ordinal))
        {
            return Some.Certificate(FakePrivateCa.CrlUrl(issuer, Ca.Revocation.Crl));
        }

        if (Tamper(order) is { } tampered)
        {
            return tampered;
        }

        var now = Time.GetUtcNow();
        var until = order.Validity.Unit == "YEARS"
            ? now.AddYears((int)order.Validity.Value)
            : DateTimeOffset.FromUnixTimeSeconds(order.Validity.Value);
        var isRoot = Parent is null;

        // What Private CA gives as the chain of a root's own certificate is not documented: here it is what disturbs.
        return new CertificateAndChain(
            (isRoot ? Key : ParentKey)
                .Sign(order.Csr, now.AddHours(-1), until, PathLengthOf(order.TemplateArn), request => Pass(order, request))
                .ExportCertificatePem(),
            Issuer.Certificate!.Certificate);
    }

    /// <summary>As Private CA: only templates with passthrough take extensions of the order.</summary>
    private static void Pass(CertificateOrder order, CertificateRequest request)
    {
        if (!order.TemplateArn.Contains("_APIPassthrough/", StringComparison.Ordinal))
        {
            return;
        }

        foreach (var extension in order.Extensions)
        {
            request.CertificateExtensions.Add(new X509Extension(
                extension.ObjectIdentifier, Convert.FromBase64String(extension.Value), extension.IsCritical));
        }
    }

    /// <summary>What the template's name says: a digit after <c>PathLen</c>; null for a root's.</summary>
    private static int? PathLengthOf(string template)
    {
        const string Mark = "_PathLen";
        var at = template.IndexOf(Mark, StringComparison.Ordinal);
        return at < 0 ? null : template[at + Mark.Length] - '0';
    }
}
