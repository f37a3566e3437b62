using Infra.TrustManager.Revocation;

namespace Infra.TrustManager.FirstCrl;

/// <summary>What templates can read of a <c>Custom::FirstCrl</c> with <c>Fn::GetAtt</c>.</summary>
public static class FirstCrlOutputs
{
    /// <summary>URL of the CRL; of the folder, while a partition's name is not known.</summary>
    public const string CrlUrl = "CrlUrl";

    /// <summary>Key of the CRL in the bucket; the folder, while a partition's name is not known.</summary>
    public const string CrlKey = "CrlKey";

    /// <summary>Why there is no CRL and what to do, or <see cref="WarningText.None"/>.</summary>
    public const string Warning = "Warning";

    public static IReadOnlyDictionary<string, string> Of(CrlPlace place, FirstCrlOutcome outcome)
    {
        var key = outcome.Key ?? place.KeyPrefix;
        return new Dictionary<string, string>
        {
            [CrlUrl] = place.Url(key),
            [CrlKey] = key,
            [Warning] = WarningText.Of(outcome.Missing is { } missing ? [missing] : []),
        };
    }
}
