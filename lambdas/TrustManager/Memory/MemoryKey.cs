namespace Infra.TrustManager.Memory;

/// <summary>Where the memory of a directory lies in the state bucket.</summary>
public static class MemoryKey
{
    public const string Prefix = "directory-trust/";

    public static string For(string directoryId) => $"{Prefix}{directoryId}.json";
}
