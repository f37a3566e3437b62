using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Infra.Local.Iam.Policies;

namespace Infra.Local.Tests.Iam;

public sealed class WildcardTests
{
    [Fact]
    public void A_wildcard_matches_what_the_same_regular_expression_matches()
    {
        var text = Gen.Elements('a', 'b', ':', '*', '?').ListOf().Select(characters => string.Concat(characters));
        var cases = Gen.Zip(text, text).ToArbitrary();

        Prop.ForAll(cases, pair => Wildcard.Parse(pair.Item1).Matches(pair.Item2, StringComparison.Ordinal) == Regex.IsMatch(
            pair.Item2, $"^{Regex.Escape(pair.Item1).Replace(@"\*", ".*", StringComparison.Ordinal).Replace(@"\?", ".", StringComparison.Ordinal)}$"))
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_pattern_of_many_runs_is_decided_quickly()
    {
        var pattern = Wildcard.Parse(string.Concat(Enumerable.Repeat("a*", 200)) + "b");

        Assert.False(pattern.Matches(new string('a', 20_000), StringComparison.Ordinal));
    }
}
