using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Infra.TrustManager.Retrying;

namespace Infra.TrustManager.Memory;

/// <summary>A memory as JSON.</summary>
internal static class MemoryDocument
{
    public static byte[] Write(TrustMemory memory) =>
        JsonSerializer.SerializeToUtf8Bytes(memory, TrustMemoryJson.Default.TrustMemory);

    /// <returns>False when it is broken.</returns>
    /// <exception cref="ServiceException">It is whole, and of a newer release.</exception>
    public static bool TryRead(byte[] json, string place, [NotNullWhen(true)] out TrustMemory? memory)
    {
        memory = null;
        try
        {
            memory = JsonSerializer.Deserialize(json, TrustMemoryJson.Default.TrustMemory);
        }
        catch (JsonException)
        {
            return false;
        }

        return memory is null || memory.Version == TrustMemory.CurrentVersion
            ? memory is not null
            : throw new ServiceException(
                ServiceFailure.Rejected,
                $"The memory {place} has version {memory.Version}; this function reads version "
                + $"{TrustMemory.CurrentVersion}. A newer release wrote it: deploy that one.");
    }
}
