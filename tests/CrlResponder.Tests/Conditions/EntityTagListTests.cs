using FsCheck;
using FsCheck.Fluent;
using Infra.CrlResponder.Conditions;
using Microsoft.Net.Http.Headers;

namespace Infra.CrlResponder.Tests.Conditions;

public sealed class EntityTagListTests
{
    [Theory]
    [InlineData("\"a\"")]
    [InlineData("W/\"a\"")]
    [InlineData("*")]
    [InlineData("  *  ")]
    [InlineData("\"b\", \"a\"")]
    [InlineData("\"b\",\"a\"")]
    [InlineData("\"b\" ,\t W/\"a\" , \"c\"")]
    [InlineData(",, \"a\",")]
    [InlineData("\"x,y\", \"a\"")]
    public void A_list_that_names_the_tag_matches(string field)
    {
        Assert.True(EntityTagList.Names(field, "\"a\""));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"b\"")]
    [InlineData("a")]
    [InlineData("\"a")]
    [InlineData("a\"")]
    [InlineData("w/\"a\"")]
    [InlineData("W/ \"a\"")]
    [InlineData("\"a\" \"b\"")]
    [InlineData("\"a\", b")]
    [InlineData("*, \"a\"")]
    [InlineData("\"a\", *")]
    [InlineData("\"x\"a\"")]
    [InlineData("\"A\"")]
    [InlineData("\"a \"")]
    public void A_list_without_it_or_a_malformed_one_does_not(string field)
    {
        Assert.False(EntityTagList.Names(field, "\"a\""));
    }

    [Fact]
    public void It_agrees_with_the_parser_of_ASP_NET_on_well_formed_lists()
    {
        var tag = Gen.Elements("\"a\"", "\"b\"", "W/\"a\"", "W/\"b\"", "\"\"", "\"a,b\"", "\"é\"");
        var separator = Gen.Elements(",", ", ", " ,", "\t, ", ",,", " , ,");
        var lists = tag.NonEmptyListOf().SelectMany(
            tags => separator, (tags, between) => string.Join(between, tags)).ToArbitrary();

        Prop.ForAll(lists, list =>
        {
            var reference = EntityTagHeaderValue.ParseStrictList([list]).Any(parsed => parsed.Tag == "\"a\"");

            return EntityTagList.Names(list, "\"a\"") == reference;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void No_field_throws()
    {
        var characters = Gen.Elements('"', 'W', '/', ',', ' ', '*', 'a', '\0', '\u007f').ArrayOf().Select(text => new string(text));

        Prop.ForAll(characters.ToArbitrary(), field =>
        {
            _ = EntityTagList.Names(field, "\"a\"");
        }).QuickCheckThrowOnFailure();
    }
}
