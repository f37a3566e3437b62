using System.Text.RegularExpressions;
using Amazon;

namespace Infra.Trust.Identity;

/// <summary>
/// What names a function for Lambda: a name, an ARN, or a part of an ARN, each with or without a version.
/// </summary>
/// <param name="Region">Null where the text has none.</param>
/// <param name="Account">Null where the text has none.</param>
internal sealed partial record FunctionAddress(string? Region, string? Account, string Name)
{
    /// <summary>Null for what Lambda does not take either.</summary>
    public static FunctionAddress? Find(string text)
    {
        var match = Form().Match(text);
        return match.Success
            ? new FunctionAddress(Found(match, "region"), Found(match, "account"), match.Groups["name"].Value)
            : null;
    }

    /// <summary>The ARN without a version, with the partition of the Region.</summary>
    public static string Arn(string region, string account, string name) =>
        $"arn:{RegionEndpoint.GetBySystemName(region).PartitionName}:lambda:{region}:{account}:function:{name}";

    private static string? Found(Match match, string group) =>
        match.Groups[group] is { Success: true } found ? found.Value : null;

    /// <summary>Lambda API reference, Invoke, FunctionName.</summary>
    [GeneratedRegex(
        @"\A(?:arn:[a-z0-9-]+:lambda:)?(?:(?<region>[a-z]+(?:-[a-z]+)+-[0-9]+):)?(?:(?<account>[0-9]{12}):)?"
        + @"(?:function:)?(?<name>[A-Za-z0-9_-]{1,140})(?::(?:\$LATEST|[A-Za-z0-9_-]{1,128}))?\z")]
    private static partial Regex Form();
}
