using System.Text.Json.Nodes;
using Infra.Local.CloudFormation;
using Infra.Local.Endpoint;
using Infra.Local.Iam;
using Infra.Local.LoadBalancing.Resources;

namespace Infra.Local.Tests.LoadBalancing;

public sealed class DeploymentTests : IAsyncLifetime, IAsyncDisposable
{
    private readonly LoadBalancingRig _rig = LoadBalancingRig.Empty();

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    Task IAsyncLifetime.InitializeAsync() => Task.CompletedTask;

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    [Fact]
    public async Task The_resources_of_a_template_serve_requests()
    {
        var (loadBalancer, _, _) = await DeployAsync();

        var port = int.Parse(((string)loadBalancer.Attributes["DNSName"]!).Split(':')[1], null);
        var answer = await RawHttp.GetAsync(port, "/crl/1.crl");

        Assert.StartsWith("HTTP/1.1 200 OK\r\n", answer, StringComparison.Ordinal);
        Assert.Equal(loadBalancer.PhysicalId, (string?)loadBalancer.Attributes["LoadBalancerArn"]);
        Assert.Matches("^app/Crl-Balancer-[0-9a-f]{12}/[0-9a-f]{16}$", (string?)loadBalancer.Attributes["LoadBalancerFullName"]);
        Assert.StartsWith("127.0.0.1:", (string?)loadBalancer.Attributes["DNSName"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_can_be_deleted_again_in_reverse_order()
    {
        var (loadBalancer, group, listener) = await DeployAsync();
        var properties = Listener(loadBalancer, group);

        var inUse = await Assert.ThrowsAsync<AwsException>(
            () => new TargetGroupResource(_rig.TargetGroups).DeleteAsync(Context("Targets"), group, TargetGroup(), default));
        await new ListenerResource(_rig.LoadBalancers).DeleteAsync(Context("Listener"), listener, properties, default);
        await new TargetGroupResource(_rig.TargetGroups).DeleteAsync(Context("Targets"), group, TargetGroup(), default);
        await new LoadBalancerResource(_rig.LoadBalancers).DeleteAsync(Context("Balancer"), loadBalancer, LoadBalancer(), default);
        _rig.SecurityGroups.Remove(LoadBalancingRig.SecurityGroupId);

        Assert.Equal("ResourceInUse", inUse.Code);
        Assert.Empty(_rig.LoadBalancers.All);
        Assert.Empty(_rig.TargetGroups.All);
    }

    [Fact]
    public async Task A_load_balancer_needs_two_subnets()
    {
        var properties = LoadBalancer();
        properties["Subnets"] = new JsonArray("subnet-a", "subnet-a");

        var error = await CreateLoadBalancerFailsAsync(properties);

        Assert.StartsWith("At least two subnets in two different Availability Zones", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_security_group_must_be_there()
    {
        var properties = LoadBalancer();
        properties["SecurityGroups"] = new JsonArray("sg-missing");

        Assert.Equal("InvalidGroup.NotFound", (await CreateLoadBalancerFailsAsync(properties)).Code);
    }

    [Fact]
    public async Task A_security_group_in_use_cannot_be_deleted()
    {
        await DeployAsync();

        var error = Assert.Throws<AwsException>(() => _rig.SecurityGroups.Remove(LoadBalancingRig.SecurityGroupId));

        Assert.Equal("DependencyViolation", error.Code);
    }

    [Fact]
    public async Task Access_logs_are_tried_out_when_they_are_switched_on()
    {
        var properties = LoadBalancer(("access_logs.s3.enabled", "true"), ("access_logs.s3.bucket", "logs"), ("access_logs.s3.prefix", "alb"));

        var loadBalancer = await new LoadBalancerResource(_rig.LoadBalancers).CreateAsync(Context("Balancer"), properties, default);

        var (key, caller) = Assert.Single(_rig.Bucket.Objects);
        Assert.Equal("logs/alb/AWSLogs/111122223333/ELBAccessLogTestFile", key);
        Assert.Equal(
            new Principal.Service("logdelivery.elasticloadbalancing.amazonaws.com", loadBalancer.PhysicalId, "111122223333"), caller);
    }

    [Fact]
    public async Task A_bucket_that_refuses_access_logs_fails_the_deployment()
    {
        _rig.Bucket.IsClosed = true;

        var error = await CreateLoadBalancerFailsAsync(
            LoadBalancer(("access_logs.s3.enabled", "true"), ("access_logs.s3.bucket", "logs")));

        Assert.Equal("InvalidConfigurationRequest", error.Code);
        Assert.Contains("logs", error.Message, StringComparison.Ordinal);
        Assert.Empty(_rig.LoadBalancers.All);
    }

    [Fact]
    public async Task A_prefix_of_access_logs_must_not_hold_the_services_own()
    {
        var error = await CreateLoadBalancerFailsAsync(
            LoadBalancer(("access_logs.s3.enabled", "true"), ("access_logs.s3.bucket", "logs"), ("access_logs.s3.prefix", "AWSLogs")));

        Assert.Contains("must not contain AWSLogs", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Access_logs_that_stay_as_they_are_are_not_tried_again()
    {
        var properties = LoadBalancer(("access_logs.s3.enabled", "true"), ("access_logs.s3.bucket", "logs"));
        var resource = new LoadBalancerResource(_rig.LoadBalancers);
        var loadBalancer = await resource.CreateAsync(Context("Balancer"), properties, default);
        _rig.Bucket.Objects.Clear();

        await resource.UpdateAsync(Context("Balancer"), loadBalancer, properties, properties, default);

        Assert.Empty(_rig.Bucket.Objects);
    }

    [Fact]
    public async Task A_protected_load_balancer_is_not_deleted()
    {
        var resource = new LoadBalancerResource(_rig.LoadBalancers);
        var (on, off) = (LoadBalancer(("deletion_protection.enabled", "true")), LoadBalancer(("deletion_protection.enabled", "false")));
        var loadBalancer = await resource.CreateAsync(Context("Balancer"), on, default);

        var error = await Assert.ThrowsAsync<AwsException>(
            () => resource.DeleteAsync(Context("Balancer"), loadBalancer, on, default));
        await resource.UpdateAsync(Context("Balancer"), loadBalancer, on, off, default);
        await resource.DeleteAsync(Context("Balancer"), loadBalancer, off, default);

        Assert.Equal("OperationNotPermitted", error.Code);
        Assert.Empty(_rig.LoadBalancers.All);
    }

    [Fact]
    public async Task A_function_that_load_balancing_may_not_invoke_is_not_registered()
    {
        _rig.Functions.IsPermitted = false;

        var error = await Assert.ThrowsAsync<AwsException>(
            () => new TargetGroupResource(_rig.TargetGroups).CreateAsync(Context("Targets"), TargetGroup(), default));

        Assert.StartsWith(
            "elasticloadbalancing principal does not have permission to invoke arn:", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_target_group_belongs_to_one_load_balancer()
    {
        var (_, group, _) = await DeployAsync();
        var second = await new LoadBalancerResource(_rig.LoadBalancers).CreateAsync(Context("Second"), LoadBalancer(), default);

        var error = await Assert.ThrowsAsync<AwsException>(
            () => new ListenerResource(_rig.LoadBalancers).CreateAsync(Context("Other"), Listener(second, group), default));

        Assert.Equal("TargetGroupAssociationLimit", error.Code);
    }

    [Theory]
    [InlineData("HealthCheckIntervalSeconds", 4)]
    [InlineData("HealthCheckTimeoutSeconds", 121)]
    [InlineData("HealthyThresholdCount", 1)]
    [InlineData("UnhealthyThresholdCount", 11)]
    [InlineData("HealthCheckTimeoutSeconds", 35)]
    [InlineData("Port", 80)]
    public async Task A_target_group_that_aws_refuses_is_refused(string property, int value)
    {
        var properties = TargetGroup();
        properties["HealthCheckEnabled"] = true;
        properties[property] = value;

        var error = await Assert.ThrowsAsync<AwsException>(
            () => new TargetGroupResource(_rig.TargetGroups).CreateAsync(Context("Targets"), properties, default));

        Assert.Contains(property, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_emulated_is_named()
    {
        var loadBalancer = LoadBalancer(
            ("access_logs.s3.enabled", "true"), ("access_logs.s3.bucket", "logs"), ("idle_timeout.timeout_seconds", "60"),
            ("routing.http.desync_mitigation_mode", "strictest"), ("routing.http2.enabled", "true"));
        loadBalancer["IpAddressType"] = "dualstack";
        var group = TargetGroup();
        group["TargetGroupAttributes"]!.AsArray().Add(new JsonObject { ["Key"] = "slow_start.duration_seconds", ["Value"] = "30" });
        var listener = new JsonObject { ["SslPolicy"] = "x" };

        Assert.Equal(
            [
                "IpAddressType",
                "LoadBalancerAttributes.access_logs.s3.enabled (its test file is written, log files are not)",
                "LoadBalancerAttributes.idle_timeout.timeout_seconds",
                "LoadBalancerAttributes.routing.http.desync_mitigation_mode",
            ],
            new LoadBalancerResource(_rig.LoadBalancers).NotEmulated(loadBalancer));
        Assert.Equal(
            ["TargetGroupAttributes.slow_start.duration_seconds"], new TargetGroupResource(_rig.TargetGroups).NotEmulated(group));
        Assert.Equal(["SslPolicy"], new ListenerResource(_rig.LoadBalancers).NotEmulated(listener));
    }

    private static ResourceContext Context(string logicalId) => new(
        "Crl", "arn:aws-us-gov:cloudformation:us-gov-west-1:111122223333:stack/Crl/1", logicalId, new Dictionary<string, string>());

    private async Task<(DeployedResource LoadBalancer, DeployedResource Group, DeployedResource Listener)> DeployAsync()
    {
        var group = await new TargetGroupResource(_rig.TargetGroups).CreateAsync(Context("Targets"), TargetGroup(), default);
        var loadBalancer = await new LoadBalancerResource(_rig.LoadBalancers).CreateAsync(Context("Balancer"), LoadBalancer(), default);
        var listener = await new ListenerResource(_rig.LoadBalancers).CreateAsync(
            Context("Listener"), Listener(loadBalancer, group), default);
        return (loadBalancer, group, listener);
    }

    private Task<AwsException> CreateLoadBalancerFailsAsync(JsonObject properties) => Assert.ThrowsAsync<AwsException>(
        () => new LoadBalancerResource(_rig.LoadBalancers).CreateAsync(Context("Balancer"), properties, default));

    private static JsonObject LoadBalancer(params (string Key, string Value)[] attributes) => new()
    {
        ["LoadBalancerAttributes"] = new JsonArray(
            [.. attributes.Select(one => new JsonObject { ["Key"] = one.Key, ["Value"] = one.Value })]),
        ["Scheme"] = "internal",
        ["SecurityGroups"] = new JsonArray(LoadBalancingRig.SecurityGroupId),
        ["Subnets"] = new JsonArray("subnet-a", "subnet-b"),
        ["Type"] = "application",
    };

    private static JsonObject TargetGroup() => new()
    {
        ["TargetGroupAttributes"] = new JsonArray(
            new JsonObject { ["Key"] = "lambda.multi_value_headers.enabled", ["Value"] = "false" },
            new JsonObject { ["Key"] = "stickiness.enabled", ["Value"] = "false" }),
        ["Targets"] = new JsonArray(new JsonObject { ["Id"] = "arn:aws-us-gov:lambda:us-gov-west-1:111122223333:function:responder" }),
        ["TargetType"] = "lambda",
    };

    private static JsonObject Listener(DeployedResource loadBalancer, DeployedResource group) => new()
    {
        ["DefaultActions"] = new JsonArray(new JsonObject { ["TargetGroupArn"] = group.PhysicalId, ["Type"] = "forward" }),
        ["LoadBalancerArn"] = loadBalancer.PhysicalId,
        ["Port"] = 80,
        ["Protocol"] = "HTTP",
    };
}
