using Infra.Local.Commands;

namespace Infra.Local.Tests.Years;

public sealed class YearsArgumentsTests
{
    [Fact]
    public async Task Years_deploy_an_environment_of_their_own_on_any_free_port()
    {
        LocalOptions? seen = null;

        await CommandLine.Create((options, _) => Ran(seen = options)).Parse(["--years", "10", "--seed", "7"]).InvokeAsync();

        Assert.Equal(
            (10, 7, "local-rotation", 0), (seen!.Years!.Years, seen.Years.Seed, seen.Environment, seen.Port));
    }

    [Theory]
    [InlineData("--years", "0")]
    [InlineData("--years", "31")]
    [InlineData("--years", "1", "--verify")]
    [InlineData("--picture", "rotation.svg")]
    public void What_makes_no_sense_is_refused(params string[] arguments) =>
        Assert.NotEmpty(CommandLine.Create((_, _) => Task.FromResult(0)).Parse(arguments).Errors);

    private static Task<int> Ran(LocalOptions? options) => Task.FromResult(options is null ? 1 : 0);
}
