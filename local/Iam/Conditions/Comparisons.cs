using System.Globalization;
using System.Net;
using Infra.Local.Iam.Policies;

namespace Infra.Local.Iam.Conditions;

/// <summary>The comparisons by operator name, without prefix and suffix (IAM user guide, "Condition operators").</summary>
/// <remarks><c>BinaryEquals</c> is left out: no service of the local AWS has a binary key.</remarks>
internal static class Comparisons
{
    // Wildcards mean nothing to the operators that compare for equality; variables do.
    private static readonly ConditionComparison Equal = Text(
        (value, wanted, variables) => value == variables.Substitute(wanted));

    private static readonly ConditionComparison EqualIgnoringCase = Text(
        (value, wanted, variables) => string.Equals(value, variables.Substitute(wanted), StringComparison.OrdinalIgnoreCase));

    private static readonly ConditionComparison Like = Text(
        (value, wanted, variables) => variables.Expand(wanted)?.Matches(value, StringComparison.Ordinal) ?? false);

    private static readonly ConditionComparison Arn = new(
        false, wanted => wanted.Contains("${", StringComparison.Ordinal) || ArnPattern.IsArn(wanted), ArnPattern.Matches, "an ARN");

    private static readonly ConditionComparison Ip = new(
        false,
        wanted => Network(wanted) is not null,
        (value, wanted, _) => IPAddress.TryParse(value, out var address) && Network(wanted) is { } network && network.Contains(address),
        "an IP address or a network such as 10.0.0.0/8");

    private static readonly Dictionary<string, ConditionComparison> ByName = new()
    {
        ["StringEquals"] = Equal,
        ["StringNotEquals"] = Equal.Not(),
        ["StringEqualsIgnoreCase"] = EqualIgnoringCase,
        ["StringNotEqualsIgnoreCase"] = EqualIgnoringCase.Not(),
        ["StringLike"] = Like,
        ["StringNotLike"] = Like.Not(),
        ["ArnEquals"] = Arn,
        ["ArnLike"] = Arn,
        ["ArnNotEquals"] = Arn.Not(),
        ["ArnNotLike"] = Arn.Not(),
        ["Bool"] = Boolean,
        ["NumericEquals"] = Number((value, wanted) => value == wanted),
        ["NumericNotEquals"] = Number((value, wanted) => value == wanted).Not(),
        ["NumericLessThan"] = Number((value, wanted) => value < wanted),
        ["NumericLessThanEquals"] = Number((value, wanted) => value <= wanted),
        ["NumericGreaterThan"] = Number((value, wanted) => value > wanted),
        ["NumericGreaterThanEquals"] = Number((value, wanted) => value >= wanted),
        ["DateEquals"] = Date((value, wanted) => value == wanted),
        ["DateNotEquals"] = Date((value, wanted) => value == wanted).Not(),
        ["DateLessThan"] = Date((value, wanted) => value < wanted),
        ["DateLessThanEquals"] = Date((value, wanted) => value <= wanted),
        ["DateGreaterThan"] = Date((value, wanted) => value > wanted),
        ["DateGreaterThanEquals"] = Date((value, wanted) => value >= wanted),
        ["IpAddress"] = Ip,
        ["NotIpAddress"] = Ip.Not(),
    };

    /// <summary>Also the values of <c>Null</c>.</summary>
    public static ConditionComparison Boolean => new(
        false,
        wanted => bool.TryParse(wanted, out _),
        (value, wanted, _) => string.Equals(value, wanted, StringComparison.OrdinalIgnoreCase),
        "true or false");

    public static ConditionComparison? Find(string name) => ByName.GetValueOrDefault(name);

    private static ConditionComparison Text(Func<string, string, PolicyVariables, bool> matches) =>
        new(false, _ => true, matches, "a string");

    private static ConditionComparison Number(Func<decimal, decimal, bool> compare) => new(
        false,
        wanted => NumberIn(wanted) is not null,
        (value, wanted, _) => NumberIn(value) is { } left && NumberIn(wanted) is { } right && compare(left, right),
        "a number");

    private static ConditionComparison Date(Func<DateTimeOffset, DateTimeOffset, bool> compare) => new(
        false,
        wanted => DateIn(wanted) is not null,
        (value, wanted, _) => DateIn(value) is { } left && DateIn(wanted) is { } right && compare(left, right),
        "an ISO 8601 date or seconds since 1970");

    private static decimal? NumberIn(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static DateTimeOffset? DateIn(string text)
    {
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 253402300800)
        {
            return DateTimeOffset.FromUnixTimeSeconds(seconds);
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;
    }

    private static IPNetwork? Network(string text)
    {
        if (IPAddress.TryParse(text, out var address))
        {
            return new IPNetwork(address, address.GetAddressBytes().Length * 8);
        }

        return IPNetwork.TryParse(text, out var network) ? network : null;
    }
}
