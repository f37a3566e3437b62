using Infra.Local.Account;
using Infra.Local.Alarms;
using Infra.Local.Clock;
using Infra.Local.CloudFormation;
using Infra.Local.CloudFormation.CustomResources;
using Infra.Local.CloudFormation.Resources.Dns;
using Infra.Local.CloudFormation.Resources.Logs;
using Infra.Local.CloudFormation.Resources.Ssm;
using Infra.Local.Controls;
using Infra.Local.DirectoryService;
using Infra.Local.Endpoint;
using Infra.Local.Events;
using Infra.Local.Events.Rules;
using Infra.Local.Faults;
using Infra.Local.Iam;
using Infra.Local.Iam.Roles;
using Infra.Local.Lambda;
using Infra.Local.Lambda.Api;
using Infra.Local.LoadBalancing;
using Infra.Local.Metrics;
using Infra.Local.Metrics.Embedded;
using Infra.Local.Network;
using Infra.Local.Notifications;
using Infra.Local.Notifications.Api;
using Infra.Local.PrivateCa;
using Infra.Local.S3;
using Infra.Local.S3.Notifications;
using Infra.Local.S3.Store;
using Infra.Local.SecurityToken;
using Microsoft.AspNetCore.Http;

namespace Infra.Local.Hosting;

/// <summary>One account and Region of AWS in this process, with every service on one loopback port.</summary>
public sealed class LocalAws : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopped = new();
    private readonly ControlPages _pages;
    private readonly TargetGroups _targetGroups;
    private readonly ResponseBucket _responses;
    private LoopbackServer? _server;

    private LocalAws(AwsAccount account, int loadBalancerPort)
    {
        Account = account;
        Events = new EventBus(account);
        Metrics = new MetricStore(Clock);
        var identities = new IdentityStore(account, Clock);
        var access = new AccessControl(identities, account, Clock);
        var objects = new ObjectStore(Clock) { Notices = new ObjectNotices(Events, account) };
        var s3Access = new S3Access(access, account);
        Objects = new ServiceObjects(objects, s3Access, Faults);
        PrivateCa = new PrivateCaService(Objects, access, account, Clock, new PrivateCaOptions { Events = Events, Metrics = Metrics });
        Directories = new Directories(Clock);
        Notifications = new Topics(account, access, Clock);
        Alarms = new MetricAlarms(account, Metrics, new AlarmActions(account, Notifications, Faults), Clock);
        var logGroups = new LogGroups();
        var lambda = new LambdaHost
        {
            Account = account,
            Endpoint = () => Endpoint,
            Access = access,
            Roles = new ExecutionRoles(identities),
            Clock = Clock,
            LogGroups = logGroups,
        };
        Functions = new Functions(lambda, Faults);
        Rules = new EventRules(Events, Functions.Events, account, Clock);
        new FunctionMetrics(Functions, Metrics).Listen();
        var groups = new SecurityGroups();
        _targetGroups = new TargetGroups(account, Functions, Functions, TimeProvider.System);
        LoadBalancers = new LoadBalancers(account, _targetGroups, groups, Functions, Objects, loadBalancerPort);
        var parameters = new SsmParameters();
        var customResources = new CustomResources(Functions, account, Faults, () => Endpoint);
        _responses = customResources.Responses;
        CloudFormation = new CloudFormationEngine(account, new ResourceTypes(
        [
            .. EmulatedTypes.OfIam(account, identities),
            .. EmulatedTypes.OfS3(account, objects, s3Access, Clock),
            .. EmulatedTypes.OfPrivateCa(account, PrivateCa, Clock),
            .. EmulatedTypes.OfLambda(Functions, lambda),
            .. EmulatedTypes.OfEvents(account, Rules),
            .. EmulatedTypes.OfLoadBalancing(groups, _targetGroups, LoadBalancers),
            .. EmulatedTypes.OfNotifications(Notifications),
            .. EmulatedTypes.OfMonitoring(Alarms),
            .. EmulatedTypes.OfTheRest(account, logGroups, DnsRecords, parameters),
            .. customResources.Types,
        ]), parameters, Faults, Clock);
        Calls = new CallDispatcher(
            [
                new S3Service(objects, s3Access, account),
                PrivateCa,
                new DirectoryApi(Directories, access, account, Clock),
                new LambdaService(Functions, access),
                new SnsService(Notifications),
                new StsService(identities, account, Clock),
            ],
            identities.PrincipalFor,
            Faults);
        _pages = new ControlPages(() => StatusDocument.Of(this), Clock.AdvanceAsync, Faults);
    }

    public AwsAccount Account { get; }

    public LocalClock Clock { get; } = new();

    public FaultPlan Faults { get; } = new();

    /// <summary>What services tell EventBridge.</summary>
    public EventBus Events { get; }

    /// <summary>What is done about it, and by the clock.</summary>
    public EventRules Rules { get; }

    /// <summary>What services and functions tell CloudWatch.</summary>
    public MetricStore Metrics { get; }

    /// <summary>SNS: topics, and every message that they took.</summary>
    public Topics Notifications { get; }

    /// <summary>CloudWatch's alarms on these metrics.</summary>
    public MetricAlarms Alarms { get; }

    public ServiceObjects Objects { get; }

    public PrivateCaService PrivateCa { get; }

    /// <summary>The directories, which no template makes: whoever starts the local AWS adds them.</summary>
    public Directories Directories { get; }

    public Functions Functions { get; }

    public LoadBalancers LoadBalancers { get; }

    public CloudFormationEngine CloudFormation { get; }

    public CallDispatcher Calls { get; }

    public DnsRecords DnsRecords { get; } = new();

    /// <summary>What goes into <c>AWS_ENDPOINT_URL</c>. The number and not <c>localhost</c>: with it, S3 clients use path style by themselves.</summary>
    public Uri Endpoint => new($"http://127.0.0.1:{_server!.Port}");

    /// <param name="account">The account and Region to play.</param>
    /// <param name="port">Port of all services, and the one after it for the first load balancer; 0 for any free ones.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<LocalAws> StartAsync(AwsAccount account, int port)
    {
        var aws = new LocalAws(account, port == 0 ? 0 : port + 1);
        aws._server = await LoopbackServer.StartAsync(port, aws.HandleAsync, (options, _) => options.Limits.MaxRequestBodySize = null);
        _ = aws.Clock.RunAsync(aws._stopped.Token);
        return aws;
    }

    public async ValueTask DisposeAsync()
    {
        await _stopped.CancelAsync();
        await LoadBalancers.DisposeAsync();
        await _targetGroups.DisposeAsync();
        await Functions.DisposeAsync();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        CloudFormation.Dispose();
        PrivateCa.Dispose();
        Clock.Dispose();
        _stopped.Dispose();
    }

    private Task HandleAsync(HttpContext http) => http.Request.Path switch
    {
        var path when path.StartsWithSegments(ControlPages.Path, StringComparison.Ordinal) => _pages.HandleAsync(http),
        var path when path.StartsWithSegments(_responses.Path, StringComparison.Ordinal) => _responses.HandleAsync(http),
        _ => Calls.HandleAsync(http),
    };
}
