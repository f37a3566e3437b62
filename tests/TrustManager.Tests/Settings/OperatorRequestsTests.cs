using Infra.TrustManager.Settings;

namespace Infra.TrustManager.Tests.Settings;

public sealed class OperatorRequestsTests
{
    public static IEnumerable<OperatorRequest> All =>
        OperatorRequests.OfDirectory.All.Concat(OperatorRequests.OfAuthority.All);

    [Fact]
    public void No_request_is_fulfilled_by_the_function_of_a_custom_resource() => Assert.Empty(
        All.Select(request => request.Function).Intersect(
            [TrustManagerVariables.CaRevocation, TrustManagerVariables.CaActivation, TrustManagerVariables.DirectoryTrust]));

    [Fact]
    public void Every_request_is_fulfilled_by_a_function_of_the_executable() =>
        Assert.All(All, request => Assert.Contains(request.Function, FunctionChoice.Known));

    [Fact]
    public void Only_the_requests_that_change_nothing_are_fulfilled_by_the_functions_that_read() => Assert.Equal(
        ["plan", "status", "history", "approvals"],
        All.Where(request => request.Function is TrustManagerVariables.DirectoryRead or TrustManagerVariables.CaRead)
            .Select(request => request.Name).Distinct());
}
