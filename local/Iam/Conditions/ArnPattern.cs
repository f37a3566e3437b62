using Infra.Local.Iam.Policies;

namespace Infra.Local.Iam.Conditions;

/// <summary>ARNs compared part by part, each of which may have <c>*</c> and <c>?</c>.</summary>
/// <remarks>A wildcard never reaches over a colon, but in the last part.</remarks>
internal static class ArnPattern
{
    private const int Parts = 6;

    public static bool IsArn(string text) =>
        text.StartsWith("arn:", StringComparison.Ordinal) && text.Split(':').Length >= Parts;

    public static bool Matches(string value, string pattern, PolicyVariables variables)
    {
        if (!IsArn(value) || variables.Expand(pattern) is not { } expanded)
        {
            return false;
        }

        var patterns = expanded.SplitAtColons(Parts);
        return patterns.Count == Parts
            && patterns.Zip(value.Split(':', Parts)).All(pair => pair.First.Matches(pair.Second, StringComparison.Ordinal));
    }
}
