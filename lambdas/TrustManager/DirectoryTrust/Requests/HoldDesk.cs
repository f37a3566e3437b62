using Infra.TrustManager.Memory;
using Infra.TrustManager.Settings;

namespace Infra.TrustManager.DirectoryTrust.Requests;

/// <summary>Lets people keep scheduled runs away from a directory, and lets them back.</summary>
public sealed class HoldDesk(MemoryDesk memory, DirectoryPlace place)
{
    private string Id => place.DirectoryId;

    public async Task<PlainAnswer> HoldAsync(
        DirectoryRequest.Hold asked, Occasion occasion, CancellationToken cancellationToken)
    {
        var until = asked.Until is { } end ? $"until {end:u}" : "until it is released";
        var hold = new DirectoryHold(occasion.At, asked.Until, asked.Reason);
        var obstacle = await memory.ChangeAsync(
            place,
            known => (known with { Hold = hold }).Noting(occasion, $"held {until}", asked.Reason),
            cancellationToken);
        return obstacle is not null
            ? PlainAnswer.Refused($"Directory {Id} is not held. {obstacle}")
            : PlainAnswer.Fulfilled(
                $"Directory {Id} is held {until}: scheduled runs change nothing there, and warn as before. A "
                + "deployment still changes it.");
    }

    public async Task<PlainAnswer> ReleaseAsync(Occasion occasion, CancellationToken cancellationToken)
    {
        DirectoryHold? earlier = null;
        var obstacle = await memory.ChangeAsync(
            place,
            known =>
            {
                earlier = known.Hold;
                return earlier is null
                    ? known
                    : (known with { Hold = null }).Noting(
                        occasion, "released", $"a person asked; it was held: {earlier.Reason}");
            },
            cancellationToken);
        return obstacle is not null ? PlainAnswer.Refused($"Directory {Id} is not released. {obstacle}")
            : earlier is null ? PlainAnswer.Fulfilled($"Directory {Id} was not held.")
            : PlainAnswer.Fulfilled($"Directory {Id} is released: the next run keeps it equal to its sources again.");
    }
}
