using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Infra.TrustManager.CaCertificates;
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

        if (memory is null)
        {
            return false;
        }

        if (memory.Version != TrustMemory.CurrentVersion)
        {
            throw new ServiceException(
                ServiceFailure.Rejected,
                $"The memory {place} has version {memory.Version}; this function reads version "
                + $"{TrustMemory.CurrentVersion}. A newer release wrote it: deploy that one.");
        }

        memory = memory with { Certificates = [.. memory.Certificates.Select(Completed)] };
        return true;
    }

    /// <summary>An earlier release wrote neither subject nor key.</summary>
    private static RememberedCertificate Completed(RememberedCertificate entry) =>
        entry.Certificate.KeyThumbprint.Length > 0
            ? entry
            : entry with
            {
                Certificate = ParsedCertificate.From(entry.Certificate)
                    .ToCaCertificate(entry.Certificate.IssuerThumbprint),
            };
}
