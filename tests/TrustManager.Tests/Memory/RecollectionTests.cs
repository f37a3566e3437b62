using Infra.TrustManager.Directories;
using Infra.TrustManager.Memory;
using static Infra.TrustManager.Tests.Trust.SomeTrust;

namespace Infra.TrustManager.Tests.Memory;

public sealed class RecollectionTests
{
    [Fact]
    public void A_certificate_is_registered_since_the_first_run_that_sees_it_so()
    {
        var root = Ca("Root");
        var asked = Remembering(Ours(1, root));

        var registering = asked.Recalling(State(on: true, Listed(1, root, state: RegistrationState.Registering)), Now);
        var registered = registering.Recalling(State(on: true, Listed(1, root)), Now.AddDays(1));
        var later = registered.Recalling(State(on: true, Listed(1, root)), Now.AddDays(2));

        Assert.Null(registering.Certificates[0].RegisteredSince);
        Assert.Equal(Now.AddDays(1), registered.Certificates[0].RegisteredSince);
        Assert.Same(registered, later);
    }

    [Fact]
    public void What_is_gone_is_not_registered_since_any_day()
    {
        var memory = Remembering(Ours(1, Ca("Root")).Since(-10)).Recalling(State(on: true), Now);

        Assert.Equal(MemoryPhase.Removed, memory.Certificates[0].Phase);
        Assert.Null(memory.Certificates[0].RegisteredSince);
    }
}
