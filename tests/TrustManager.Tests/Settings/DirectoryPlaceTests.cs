using Infra.TrustManager.Settings;

namespace Infra.TrustManager.Tests.Settings;

public sealed class DirectoryPlaceTests
{
    private static readonly Dictionary<string, string?> Variables = new()
    {
        ["TRUST_DIRECTORY_ID"] = "d-0123456789",
        ["TRUST_DIRECTORY_IDS"] = "d-0123456789,d-abcdef0123",
        ["TRUST_MEMORY_BUCKET"] = "state",
    };

    [Fact]
    public void One_function_serves_one_directory_and_another_serves_those_of_a_list()
    {
        var one = new DirectoryPlace("d-0123456789", "state");

        Assert.Equal(one, DirectoryPlace.Of(Variables.GetValueOrDefault));
        Assert.Equal([one, one with { DirectoryId = "d-abcdef0123" }], DirectoryPlace.AllOf(Variables.GetValueOrDefault));
    }

    [Fact]
    public void Every_variable_that_is_missing_is_named()
    {
        var error = Assert.Throws<InvalidOperationException>(() => DirectoryPlace.Of(_ => ""));

        Assert.Contains("lacks TRUST_DIRECTORY_ID and TRUST_MEMORY_BUCKET", error.Message, StringComparison.Ordinal);
    }
}
