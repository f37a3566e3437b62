using Infra.Local.Endpoint;
using Infra.Local.Faults;

namespace Infra.Local.Tests.Faults;

public sealed class FaultPlanTests
{
    private readonly FaultPlan _plan = new();

    [Fact]
    public void A_call_without_a_planned_fault_goes_on()
    {
        Assert.Null(_plan.Take("s3", "GetObject"));
    }

    [Theory]
    [InlineData("s3", "GetObject", true)]
    [InlineData("s3", "*", true)]
    [InlineData("*", "*", true)]
    [InlineData("s3", "PutObject", false)]
    [InlineData("ds", "GetObject", false)]
    public void A_fault_meets_the_calls_that_it_names(string service, string operation, bool met)
    {
        _plan.Add(new Fault(service, operation, FaultKind.InternalError));

        Assert.Equal(met, _plan.Take("s3", "GetObject") is not null);
    }

    [Fact]
    public void A_fault_is_used_up_after_its_times_and_lets_its_first_calls_pass()
    {
        _plan.Add(new Fault("s3", "GetObject", FaultKind.Throttle) { After = 1, Times = 2 });

        var met = Enumerable.Range(0, 5).Select(_ => _plan.Take("s3", "GetObject") is not null);

        Assert.Equal([false, true, true, false, false], met);
    }

    [Fact]
    public void Clearing_lets_every_call_go_on()
    {
        _plan.Add(new Fault("*", "*", FaultKind.Throttle));

        _plan.Clear();

        Assert.Null(_plan.Take("s3", "GetObject"));
    }

    [Theory]
    [InlineData("s3", FaultKind.Throttle, "SlowDown", 503)]
    [InlineData("acm-pca", FaultKind.Throttle, "ThrottlingException", 400)]
    [InlineData("s3", FaultKind.AccessDenied, "AccessDenied", 403)]
    [InlineData("acm-pca", FaultKind.AccessDenied, "AccessDeniedException", 403)]
    [InlineData("s3", FaultKind.InternalError, "InternalError", 500)]
    [InlineData("acm-pca", FaultKind.LostAnswer, "InternalFailure", 500)]
    public void A_call_between_services_sees_the_error_of_that_service(string service, FaultKind kind, string code, int status)
    {
        _plan.Add(new Fault(service, "*", kind));

        var error = Assert.Throws<AwsException>(() => _plan.ThrowIfPlanned(service, "Anything"));

        Assert.Equal((code, status), (error.Code, error.StatusCode));
    }

    [Fact]
    public void Any_error_can_be_planned_by_its_name()
    {
        _plan.Add(new Fault("acm-pca", "*", FaultKind.Error) { ErrorCode = "ConcurrentModificationException" });

        var error = Assert.Throws<AwsException>(() => _plan.ThrowIfPlanned("acm-pca", "UpdateCertificateAuthority"));

        Assert.Equal(("ConcurrentModificationException", 400), (error.Code, error.StatusCode));
    }

    [Fact]
    public void A_slow_call_between_services_still_succeeds()
    {
        _plan.Add(new Fault("s3", "*", FaultKind.Slow) { Delay = TimeSpan.FromHours(1) });

        _plan.ThrowIfPlanned("s3", "PutObject");
    }
}
