using System.Collections.Immutable;
using Infra.Local.Account;
using Infra.Local.Lambda;
using Infra.Local.Lambda.Permissions;
using Infra.Local.LoadBalancing;
using Infra.Local.Network;

namespace Infra.Local.Tests.LoadBalancing;

/// <summary>A load balancer in front of one fake function, open on port 80 to 127.0.0.0/24.</summary>
internal sealed class LoadBalancingRig : IAsyncDisposable
{
    public const string SecurityGroupId = "sg-0123456789abcdef0";

    private LoadBalancingRig(TimeProvider time, Functions? functions = null)
    {
        TargetGroups = new TargetGroups(
            Account, (IFunctions?)functions ?? Functions, (IFunctionPermissions?)functions ?? Functions, time);
        LoadBalancers = new LoadBalancers(
            Account, TargetGroups, SecurityGroups, (IFunctions?)functions ?? Functions, Bucket);
        LoadBalancers.Answered += Log.Add;
        SecurityGroups.Put(new SecurityGroup(SecurityGroupId, "vpc-1")
        {
            Ingress = ImmutableDictionary<string, IngressRule>.Empty.Add(
                "clients", new IngressRule("tcp", 80, 80, Cidr.TryParse("127.0.0.0/24"))),
        });
    }

    public static AwsAccount Account { get; } = new("111122223333", "us-gov-west-1");

    /// <summary>Asked unless the test brought real ones.</summary>
    public FakeFunctions Functions { get; } = new();

    public FakeBucket Bucket { get; } = new();

    public SecurityGroups SecurityGroups { get; } = new();

    public TargetGroups TargetGroups { get; }

    public LoadBalancers LoadBalancers { get; }

    public List<AccessLogEntry> Log { get; } = [];

    public LoadBalancer LoadBalancer => LoadBalancers.All[0];

    public TargetGroup TargetGroup => TargetGroups.All[0];

    public int Port => LoadBalancer.Port;

    public Uri Url => new($"http://{LoadBalancer.DnsName}/");

    public static LoadBalancerSettings Settings { get; } = new()
    {
        Name = "crl",
        SubnetIds = ["subnet-a", "subnet-b"],
        SecurityGroupIds = [SecurityGroupId],
    };

    public static TargetGroupSettings Target { get; } = new()
    {
        Name = "crl",
        FunctionArn = Account.Arn("lambda", "function:responder"),
    };

    /// <summary>Everything deployed: the group, the load balancer and a listener on port 80.</summary>
    public static async Task<LoadBalancingRig> StartAsync(
        TargetGroupSettings? target = null,
        LoadBalancerSettings? settings = null,
        TimeProvider? time = null,
        Functions? functions = null)
    {
        var rig = new LoadBalancingRig(time ?? TimeProvider.System, functions);
        var group = rig.TargetGroups.Create(target ?? Target);
        var loadBalancer = await rig.LoadBalancers.CreateAsync(settings ?? Settings, default);
        await rig.LoadBalancers.SetListenerAsync(
            loadBalancer.Arn, new Listener($"{loadBalancer.Arn}/1", 80, new ListenerAction.Forward(group.Arn)));
        return rig;
    }

    /// <summary>Nothing deployed.</summary>
    public static LoadBalancingRig Empty() => new(TimeProvider.System);

    public static LoadBalancerAttributes Attributes(params (string Key, string Value)[] values) =>
        new(values.ToDictionary(value => value.Key, value => value.Value));

    public async ValueTask DisposeAsync()
    {
        await LoadBalancers.DisposeAsync();
        await TargetGroups.DisposeAsync();
    }
}
