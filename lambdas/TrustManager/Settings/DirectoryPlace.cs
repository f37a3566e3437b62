namespace Infra.TrustManager.Settings;

/// <summary>Which directory scheduled runs and requests are about, and where its state is.</summary>
public sealed record DirectoryPlace(string DirectoryId, string MemoryBucket)
{
    /// <summary>The one directory of <see cref="TrustManagerVariables.DirectoryReconcile"/>.</summary>
    /// <exception cref="InvalidOperationException">Lists the variables that are missing.</exception>
    public static DirectoryPlace Of(Func<string, string?> variable)
    {
        var required = Required(variable, TrustManagerVariables.DirectoryId, TrustManagerVariables.MemoryBucket);
        return new DirectoryPlace(required[0], required[1]);
    }

    /// <summary>The directories of <see cref="TrustManagerVariables.DirectoryRead"/>.</summary>
    /// <exception cref="InvalidOperationException">Lists the variables that are missing.</exception>
    public static IReadOnlyList<DirectoryPlace> AllOf(Func<string, string?> variable)
    {
        var required = Required(variable, TrustManagerVariables.DirectoryIds, TrustManagerVariables.MemoryBucket);
        return [.. required[0].Split(',').Select(id => new DirectoryPlace(id, required[1]))];
    }

    private static string[] Required(Func<string, string?> variable, params string[] names)
    {
        string[] missing = [.. names.Where(name => string.IsNullOrEmpty(variable(name)))];
        return missing.Length == 0
            ? [.. names.Select(name => variable(name)!)]
            : throw new InvalidOperationException(
                $"The function's environment lacks {string.Join(" and ", missing)}. Deploy the directory's stack with "
                + "this release.");
    }
}
