using Infra.CrlResponder.Conditions;
using Infra.CrlResponder.Tests.Support;

namespace Infra.CrlResponder.Tests.Conditions;

public sealed class PreconditionsTests
{
    private const string AtNoon = "Sat, 21 Nov 2026 12:00:00 GMT";
    private const string BeforeNoon = "Sat, 21 Nov 2026 11:59:59 GMT";

    [Theory]
    [InlineData(null, null, false)]
    [InlineData("\"a\"", null, true)]
    [InlineData("\"b\"", null, false)]
    [InlineData(null, AtNoon, true)]
    [InlineData(null, BeforeNoon, false)]
    [InlineData(null, " " + AtNoon + " ", true)]
    [InlineData(null, "some day", false)]
    [InlineData("\"b\"", AtNoon, false)]
    [InlineData("\"a\"", BeforeNoon, true)]
    [InlineData("malformed", AtNoon, false)]
    [InlineData("", AtNoon, false)]
    public void If_None_Match_comes_first_and_what_cannot_be_read_is_ignored(
        string? ifNoneMatch, string? ifModifiedSince, bool isNotModified)
    {
        var lastModified = Some.Noon.AddMilliseconds(900);

        var decision = Preconditions.IsNotModified(ifNoneMatch, ifModifiedSince, "\"a\"", lastModified, Some.Noon);

        Assert.Equal(isNotModified, decision);
    }
}
