using System.Globalization;

namespace Infra.CrlResponder.Settings;

/// <summary>What the function needs to know; see <see cref="CrlResponderVariables"/> for the names it is read from.</summary>
public sealed record CrlResponderSettings
{
    /// <summary>Private bucket that holds the CRLs and CA certificates.</summary>
    public required string BucketName { get; init; }

    /// <summary>Key prefixes that may hold CRLs, each ending in a slash. Default: <c>crl/</c>, where Private CA writes.</summary>
    public IReadOnlyList<string> CrlPrefixes { get; init; } = ["crl/"];

    /// <summary>Key prefix that may hold CA certificates, ending in a slash. Default: <c>aia/</c>.</summary>
    public string AiaPrefix { get; init; } = "aia/";

    /// <summary>Longest <c>max-age</c> of an answer; 1 second to 14 days, default 1 hour.</summary>
    /// <remarks>
    /// Windows clamps what it pre-fetches to 1 hour at least and 14 days at most (wincrypt.h,
    /// <c>CryptnetPreFetchMinMaxAgeSeconds</c> and <c>...MaxMaxAgeSeconds</c>). Longer means fewer requests and later
    /// notice of a revocation.
    /// </remarks>
    public TimeSpan MaxAge { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Least time between two questions to S3 about one key; 0 (always ask) to 1 hour, default 60 seconds.</summary>
    /// <remarks>Longer saves S3 requests of a fraction of a cent and delays a new CRL by as much.</remarks>
    public TimeSpan RevalidateAfter { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Longest wait for S3 in one request; 100 ms to 14 seconds, default 5 seconds.</summary>
    /// <remarks>Windows gives up on one URL after 15 seconds (<c>ChainUrlRetrievalTimeoutMilliseconds</c>).</remarks>
    public TimeSpan S3Timeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Longest wait for one attempt of the S3 client, within <see cref="S3Timeout"/>.</summary>
    /// <remarks>
    /// While Lambda has an instance frozen its connection may die without notice; two fifths leave time for a second attempt
    /// and the client's pause of up to one second before it.
    /// </remarks>
    public TimeSpan S3AttemptTimeout => S3Timeout * 0.4;

    /// <summary>Path that the load balancer's health check asks for. Default: <c>/health</c>.</summary>
    public string HealthPath { get; init; } = "/health";

    /// <summary>Reads the settings from environment variables.</summary>
    /// <exception cref="SettingsException">Something is missing or wrong; the message lists every problem.</exception>
    public static CrlResponderSettings FromEnvironment(Func<string, string?> variable)
    {
        var reader = new VariableReader(variable);
        var defaults = new CrlResponderSettings { BucketName = "" };
        var settings = new CrlResponderSettings
        {
            BucketName = reader.Text(CrlResponderVariables.BucketName, defaults.BucketName),
            CrlPrefixes = reader.List(CrlResponderVariables.CrlPrefixes, defaults.CrlPrefixes),
            AiaPrefix = reader.Text(CrlResponderVariables.AiaPrefix, defaults.AiaPrefix),
            MaxAge = reader.Seconds(CrlResponderVariables.MaxAgeSeconds, defaults.MaxAge),
            RevalidateAfter = reader.Seconds(CrlResponderVariables.RevalidateAfterSeconds, defaults.RevalidateAfter),
            S3Timeout = reader.Milliseconds(CrlResponderVariables.S3TimeoutMilliseconds, defaults.S3Timeout),
            HealthPath = reader.Text(CrlResponderVariables.HealthPath, defaults.HealthPath),
        };

        string[] problems = [.. reader.Problems, .. settings.Problems()];
        return problems.Length == 0 ? settings : throw new SettingsException(problems);
    }

    /// <summary>Everything that is wrong, each in a sentence that names the variable.</summary>
    public IEnumerable<string> Problems()
    {
        if (BucketName.Length == 0)
        {
            yield return $"{CrlResponderVariables.BucketName} is not set: give the name of the bucket that holds the CRLs.";
        }

        foreach (var prefix in CrlPrefixes.Where(prefix => !IsPrefix(prefix)))
        {
            yield return PrefixProblem(CrlResponderVariables.CrlPrefixes, prefix);
        }

        if (!IsPrefix(AiaPrefix))
        {
            yield return PrefixProblem(CrlResponderVariables.AiaPrefix, AiaPrefix);
        }

        if (MaxAge < TimeSpan.FromSeconds(1) || MaxAge > TimeSpan.FromDays(14))
        {
            yield return RangeProblem(CrlResponderVariables.MaxAgeSeconds, MaxAge.TotalSeconds, "1 to 1209600 seconds");
        }

        if (RevalidateAfter < TimeSpan.Zero || RevalidateAfter > TimeSpan.FromHours(1))
        {
            yield return RangeProblem(
                CrlResponderVariables.RevalidateAfterSeconds, RevalidateAfter.TotalSeconds, "0 to 3600 seconds");
        }

        if (S3Timeout < TimeSpan.FromMilliseconds(100) || S3Timeout > TimeSpan.FromSeconds(14))
        {
            yield return RangeProblem(
                CrlResponderVariables.S3TimeoutMilliseconds, S3Timeout.TotalMilliseconds, "100 to 14000 milliseconds");
        }

        if (HealthPath is not ['/', ..])
        {
            yield return $"{CrlResponderVariables.HealthPath} is '{HealthPath}'; a path starts with a slash, as in '/health'.";
        }
    }

    private static bool IsPrefix(string prefix) =>
        prefix is [not '/', .., '/']
        && !prefix.TrimEnd('/').Split('/').Any(segment => segment is "." or "..")
        && !prefix.Contains("//", StringComparison.Ordinal);

    private static string PrefixProblem(string name, string prefix) =>
        $"{name} holds '{prefix}'; a key prefix has one or more names, each followed by one slash, as in 'crl/' or 'pki/crl/'.";

    private static string RangeProblem(string name, double seen, string allowed) =>
        string.Create(CultureInfo.InvariantCulture, $"{name} is {seen}; allowed are {allowed}.");
}
