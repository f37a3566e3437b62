using Infra.TrustManager.Directories;
using Infra.TrustManager.Retrying;
using Infra.TrustManager.Tests.Fakes;

namespace Infra.TrustManager.Tests.Directories;

public sealed class PatientDirectoryServiceTests
{
    private readonly TroubledDirectory _troubled = new();

    [Theory]
    [InlineData(ServiceFailure.Throttled, 3)]
    [InlineData(ServiceFailure.Unavailable, 1)]
    [InlineData(ServiceFailure.CertificateLimit, 1)]
    public async Task A_registration_is_repeated_only_when_it_certainly_did_nothing(ServiceFailure failure, int calls)
    {
        _troubled.Failures = new([failure, failure]);

        var error = await Record.ExceptionAsync(() => Patient().RegisterAsync(
            "d-0123456789", CertificatePurpose.Ldaps, "pem", null, CancellationToken.None));

        Assert.Equal(calls, _troubled.Calls);
        Assert.Equal(calls == 3 ? null : failure, (error as ServiceException)?.Failure);
    }

    [Theory]
    [InlineData(ServiceFailure.Throttled, 3)]
    [InlineData(ServiceFailure.Unavailable, 3)]
    [InlineData(ServiceFailure.CertificateInUse, 1)]
    public async Task Other_changes_are_repeated_while_their_trouble_may_pass(ServiceFailure failure, int calls)
    {
        _troubled.Failures = new([failure, failure]);

        await Record.ExceptionAsync(() => Patient().DeregisterAsync("d-0123456789", "c-0123456789", CancellationToken.None));

        Assert.Equal(calls, _troubled.Calls);
    }

    private PatientDirectoryService Patient() => new(_troubled, new Patience(new FakeTime()));
}
