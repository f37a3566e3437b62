using Infra.TrustManager.Memory;
using Infra.TrustManager.Retrying;

namespace Infra.TrustManager.CaRenewal.Remembering;

/// <summary>A memory whose passing failures are waited out.</summary>
public sealed class PatientRenewalMemory(IRenewalMemory memories, Patience patience) : IRenewalMemory
{
    public Task<RenewalReading> FindAsync(CancellationToken cancellationToken) =>
        patience.AskAsync(memories.FindAsync, cancellationToken);

    /// <remarks>
    /// A write whose answer was lost has changed the ETag, so that its repetition conflicts: then what is stored tells
    /// whether the writer was us.
    /// </remarks>
    public Task<string> SaveAsync(RenewalMemory memory, string? etag, CancellationToken cancellationToken)
    {
        var repeated = false;
        return patience.AskAsync(
            async token =>
            {
                try
                {
                    return await memories.SaveAsync(memory, etag, token);
                }
                catch (ServiceException)
                {
                    repeated = true;
                    throw;
                }
                catch (MemoryConflictException) when (repeated)
                {
                    var stored = await memories.FindAsync(token);
                    if (stored is { Memory: { } found, ETag: { } now } && IsSame(found, memory))
                    {
                        return now;
                    }

                    throw;
                }
            },
            cancellationToken);
    }

    private static bool IsSame(RenewalMemory one, RenewalMemory other) =>
        RenewalDocument.Write(one).AsSpan().SequenceEqual(RenewalDocument.Write(other));
}
