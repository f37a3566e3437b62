using System.Text.RegularExpressions;
using FsCheck.Fluent;
using Infra.Local.Iam.Policies;
using Infra.Local.Tests.CloudFormation;

namespace Infra.Local.Tests.Iam;

public sealed class WildcardTests
{
    [Fact]
    public void A_wildcard_matches_what_the_same_regular_expression_matches()
    {
        var text = Gen.Elements('a', 'b', ':', '*', '?').ListOf().Select(characters => string.Concat(characters));
        var cases = Gen.Zip(text, text).ToArbitrary();

        Repeatable.Check(
            cases,
            pair => Assert.Equal(
                Regex.IsMatch(pair.Item2, RegularExpression(pair.Item1)), Wildcard.Parse(pair.Item1).Matches(pair.Item2, StringComparison.Ordinal)),
            count: 2000);
    }

    [Fact]
    public void A_pattern_of_many_runs_is_decided_quickly()
    {
        var pattern = Wildcard.Parse(string.Concat(Enumerable.Repeat("a*", 200)) + "b");

        Assert.False(pattern.Matches(new string('a', 20_000), StringComparison.Ordinal));
    }

    private static string RegularExpression(string pattern) =>
        $"^{Regex.Escape(pattern).Replace(@"\*", ".*", StringComparison.Ordinal).Replace(@"\?", ".", StringComparison.Ordinal)}$";
}
