using Infra.Trust.Tests.Lambda;

namespace Infra.Trust.Tests;

public class SearchTests
{
    [Theory]
    [InlineData("apply", "ours")]
    [InlineData("plan", "reads")]
    public async Task The_function_is_the_one_that_fulfils_the_request_for_the_directory_on_whatever_page_it_is(
        string command, string function)
    {
        await using var lambda = await FakeLambda.WithAsync(
            new FakeFunction("no-variables", [], "{}"),
            new FakeFunction("locked", null, "{}"),
            new FakeFunction("other-directory", Some.Variables("d-0123456780"), "{}"),
            new FakeFunction("other-directories", Some.ReadVariables("d-0123456780,d-01234567899"), "{}"),
            new FakeFunction("other-variable", new() { ["DIRECTORY"] = Some.DirectoryId }, "{}"),
            new FakeFunction("resource", new() { ["TRUST_MANAGER_FUNCTION"] = "DirectoryTrust" }, "{}"),
            new FakeFunction("ours", Some.Variables(), Some.Fulfilled),
            new FakeFunction("reads", Some.ReadVariables($"d-0123456780,{Some.DirectoryId}"), Some.Fulfilled));

        var run = await Run.OfAsync(lambda, command, Some.DirectoryId);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(function, lambda.Asked?.Function);
        Assert.Equal(["ListFunctions", "ListFunctions", "ListFunctions", "ListFunctions", "Invoke"], lambda.Calls);
        Assert.Equal($"asking {function} ...\n", run.Error);
    }

    [Fact]
    public async Task Nothing_is_searched_for_a_function_that_is_named()
    {
        await using var lambda = await FakeLambda.WithAsync(new FakeFunction("named", [], Some.Fulfilled));

        var run = await Run.OfAsync(lambda, "plan", Some.DirectoryId, "--function", "named");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["Invoke"], lambda.Calls);
    }

    [Fact]
    public async Task When_there_is_no_such_function_the_message_says_where_it_was_looked_for()
    {
        await using var lambda = await FakeLambda.WithAsync(
            new FakeFunction("a", Some.Variables("d-0123456780"), "{}"), new FakeFunction("locked", null, "{}"));

        var run = await Run.OfAsync(lambda, "plan", Some.DirectoryId);

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.StartsWith(
            $"None of the 2 functions at {lambda.Url}/ has TRUST_MANAGER_FUNCTION=DirectoryRead and {Some.DirectoryId} in "
            + "TRUST_DIRECTORY_ID or TRUST_DIRECTORY_IDS. "
            + "The variables of 1 may not be read (kms:Decrypt). ",
            run.Error,
            StringComparison.Ordinal);
        Assert.Null(lambda.Asked);
    }

    [Fact]
    public async Task Of_several_functions_none_is_asked_and_all_are_named()
    {
        await using var lambda = await FakeLambda.WithAsync(
            new FakeFunction("second", Some.Variables(), "{}"), new FakeFunction("first", Some.Variables(), "{}"));

        var run = await Run.OfAsync(lambda, "apply", Some.DirectoryId);

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(
            $"2 functions have TRUST_MANAGER_FUNCTION=DirectoryReconcile and {Some.DirectoryId} in TRUST_DIRECTORY_ID or "
            + "TRUST_DIRECTORY_IDS: first, second. "
            + "Name one of them with --function.\n",
            run.Error);
        Assert.Null(lambda.Asked);
    }
}
