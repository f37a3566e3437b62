using System.Text;
using System.Text.Json.Nodes;
using Infra.Local.CloudFormation;
using Infra.Local.Endpoint;
using Infra.Local.Faults;
using Infra.Local.Lambda.Asynchronous;
using Infra.Local.Lambda.Resources;

namespace Infra.Local.Tests.Lambda;

public sealed class AsynchronousTests : IAsyncLifetime, IAsyncDisposable
{
    private readonly LambdaRig _rig = new();
    private readonly List<InvocationAttempt> _attempts = [];
    private readonly ResourceContext _context = new(
        "Trust", "arn:aws-us-gov:cloudformation:us-gov-west-1:111122223333:stack/Trust/1", "Config", new Dictionary<string, string>());

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    Task IAsyncLifetime.InitializeAsync()
    {
        _rig.Deploy();
        return Task.CompletedTask;
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(2, 3)]
    public async Task The_functions_owner_chooses_how_often_an_event_is_tried_again(int retries, int attempts)
    {
        await ConfigureAsync(new JsonObject { ["MaximumRetryAttempts"] = retries });

        await RunAsync("""{ "do": "throw" }""");

        Assert.Equal(attempts, _attempts.Count);
        Assert.Null(_attempts[^1].Again);
    }

    [Fact]
    public async Task An_event_that_is_too_old_is_lost()
    {
        await ConfigureAsync(new JsonObject { ["MaximumEventAgeInSeconds"] = 90 });

        await RunAsync("""{ "do": "throw" }""");

        Assert.Equal(2, _attempts.Count);
    }

    [Fact]
    public async Task A_fault_of_lambda_itself_does_not_use_up_the_functions_attempts()
    {
        _rig.Faults.Add(new Fault("lambda", "Invoke", FaultKind.Throttle) { Times = 10 });

        await RunAsync("{}");

        Assert.Equal(11, _attempts.Count);
        Assert.Null(_attempts[^1].Failure);
        Assert.InRange(_attempts[8].Again!.Value - _attempts[8].At, TimeSpan.FromSeconds(255), TimeSpan.FromSeconds(257));
        Assert.InRange(_attempts[9].Again!.Value - _attempts[9].At, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(5.1));
    }

    [Fact]
    public async Task A_fault_of_lambda_itself_that_stays_loses_the_event_after_six_hours()
    {
        _rig.Faults.Add(new Fault("lambda", "Invoke", FaultKind.InternalError));

        await RunAsync("{}");

        Assert.InRange(_attempts.Count, 70, 90);
        Assert.Null(_attempts[^1].Again);
    }

    [Theory]
    [InlineData(FaultKind.AccessDenied, null)]
    [InlineData(FaultKind.Error, "SomeException")]
    public async Task Three_faults_of_the_function_lose_the_event(FaultKind kind, string? code)
    {
        _rig.Faults.Add(new Fault("lambda", "Invoke", kind) { Times = 3, ErrorCode = code });

        await RunAsync("{}");

        Assert.Equal(3, _attempts.Count);
        Assert.Null(_attempts[^1].Again);
    }

    [Fact]
    public async Task After_a_lost_answer_the_function_runs_twice()
    {
        _rig.Faults.Add(new Fault("lambda", "Invoke", FaultKind.LostAnswer) { Times = 1 });

        await RunAsync("""{ "do": "log", "text": "ran" }""");

        Assert.Equal(2, _rig.Functions.Get("responder").Log.Lines.Count(line => line.Text == "ran"));
        Assert.Null(_attempts[^1].Failure);
    }

    [Fact]
    public async Task An_event_whose_function_is_deleted_before_it_runs_is_lost()
    {
        _rig.Faults.Add(new Fault("lambda", "Invoke", FaultKind.Throttle) { Times = 1 });
        Add("{}");
        await _rig.Clock.AdvanceAsync(TimeSpan.FromMilliseconds(1));
        await _rig.Functions.DeleteAsync("responder");

        await _rig.Clock.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Contains("deleted", _attempts[^1].Failure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MaximumRetryAttempts", 3, "0 to 2")]
    [InlineData("MaximumEventAgeInSeconds", 59, "60 to 21600")]
    [InlineData("MaximumEventAgeInSeconds", 21601, "60 to 21600")]
    public async Task A_choice_outside_lambdas_limits_is_refused(string name, int value, string allowed)
    {
        var error = await Assert.ThrowsAsync<AwsException>(() => ConfigureAsync(new JsonObject { [name] = value }));

        Assert.Contains($"{value}; it must be {allowed}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_config_that_is_deleted_leaves_the_defaults_and_destinations_are_listed()
    {
        var resource = new EventInvokeConfigResource(_rig.Functions);
        var properties = Config(new JsonObject { ["MaximumRetryAttempts"] = "0", ["DestinationConfig"] = new JsonObject() });

        var deployed = await resource.CreateAsync(_context, properties, default);
        var chosen = _rig.Functions.Get("responder").EventInvokeConfig;
        await resource.DeleteAsync(_context, deployed, properties, default);

        Assert.Equal((0, TimeSpan.FromHours(6)), (chosen.MaximumRetryAttempts, chosen.MaximumEventAge));
        Assert.Equal(new EventInvokeConfig(), _rig.Functions.Get("responder").EventInvokeConfig);
        Assert.Equal(["DestinationConfig"], resource.NotEmulated(properties));
    }

    private static JsonObject Config(JsonObject properties)
    {
        (properties["FunctionName"], properties["Qualifier"]) = ("responder", "$LATEST");
        return properties;
    }

    private Task<DeployedResource> ConfigureAsync(JsonObject properties) =>
        new EventInvokeConfigResource(_rig.Functions).CreateAsync(_context, Config(properties), default);

    private void Add(string json) => _rig.Functions.Events.Add(
        "responder", Encoding.UTF8.GetBytes(json), LambdaRig.Administrator, "request-1", _attempts.Add);

    private Task RunAsync(string json)
    {
        Add(json);
        return _rig.Clock.AdvanceAsync(TimeSpan.FromHours(7), LambdaRig.Patience);
    }
}
