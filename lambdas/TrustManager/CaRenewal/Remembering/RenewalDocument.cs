using System.Text.Json;
using Infra.TrustManager.Retrying;

namespace Infra.TrustManager.CaRenewal.Remembering;

/// <summary>A memory as JSON.</summary>
internal static class RenewalDocument
{
    public static byte[] Write(RenewalMemory memory) =>
        JsonSerializer.SerializeToUtf8Bytes(memory, RenewalMemoryJson.Default.RenewalMemory);

    /// <remarks>
    /// A broken one is an error and not a fresh start: a fresh start would take a certificate that nobody published for
    /// one that Windows knows.
    /// </remarks>
    /// <exception cref="ServiceException">It is broken, or of a newer release.</exception>
    public static RenewalMemory Read(byte[] json, string place)
    {
        try
        {
            var memory = JsonSerializer.Deserialize(json, RenewalMemoryJson.Default.RenewalMemory)
                ?? throw new JsonException("it is null");
            return memory.Version == RenewalMemory.CurrentVersion
                ? memory
                : throw new ServiceException(
                    ServiceFailure.Rejected,
                    $"The memory {place} has version {memory.Version}; this function reads version "
                    + $"{RenewalMemory.CurrentVersion}. A newer release wrote it: deploy that one.");
        }
        catch (JsonException exception)
        {
            throw new ServiceException(
                ServiceFailure.Rejected,
                $"The memory {place} cannot be read ({exception.Message}). The bucket keeps its earlier versions: "
                    + "restore one of them.",
                exception);
        }
    }
}
