using System.Globalization;
using Infra.Local.Endpoint;

namespace Infra.Local.LoadBalancing.Health;

/// <summary>Statuses such as <c>200</c>, <c>200,202</c> or <c>200-299</c>.</summary>
public sealed class StatusMatcher
{
    private readonly (int First, int Last)[] _ranges;

    private StatusMatcher((int First, int Last)[] ranges) => _ranges = ranges;

    public bool Matches(int statusCode) => _ranges.Any(range => statusCode >= range.First && statusCode <= range.Last);

    /// <exception cref="AwsException"><c>ValidationError</c>.</exception>
    public static StatusMatcher Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new StatusMatcher([.. text.Split(',').Select(part =>
        {
            var ends = part.Split('-');
            return ends.Length <= 2 && StatusOf(ends[0]) is { } first && StatusOf(ends[^1]) is { } last
                ? (first, last)
                : throw new AwsException(
                    "ValidationError", $"Matcher.HttpCode is {text}; it must be statuses like 200, 200,202 or 200-299.");
        })]);
    }

    private static int? StatusOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var status) && status is >= 200 and <= 499
            ? status
            : null;
}
