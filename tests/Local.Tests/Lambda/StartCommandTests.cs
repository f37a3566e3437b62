using Infra.Local.Endpoint;
using Infra.Local.Lambda.Execution;

namespace Infra.Local.Tests.Lambda;

public sealed class StartCommandTests
{
    private static readonly HostPlatform LinuxX64 = new(IsLinux: true, "x86_64");

    [Fact]
    public void A_provided_runtime_executes_bootstrap()
    {
        var command = StartCommand.For(Some.Function() with { Runtime = "provided.al2023" }, LinuxX64);

        Assert.Equal(Path.Combine(Some.FunctionDirectory, "bootstrap"), command.FileName);
        Assert.Empty(command.Arguments);
    }

    [Theory]
    [InlineData(false, "x86_64", "x86_64")]
    [InlineData(true, "arm64", "x86_64")]
    [InlineData(true, "x86_64", "arm64")]
    public void An_executable_for_another_machine_names_the_remedy(bool isLinux, string machine, string package)
    {
        var function = Some.Function() with { Runtime = "provided.al2023", Architecture = package };

        var error = Assert.Throws<AwsException>(() => StartCommand.For(function, new HostPlatform(isLinux, machine)));

        Assert.Contains("-c functionRuntime=dotnet10", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_managed_runtime_executes_the_assembly_of_its_handler_on_any_machine()
    {
        var command = StartCommand.For(Some.Function(), new HostPlatform(IsLinux: false, "arm64"));

        Assert.Equal(["exec", Path.Combine(Some.FunctionDirectory, "Local.Tests.Function.dll")], command.Arguments);
        Assert.True(File.Exists(command.FileName));
    }

    [Fact]
    public void A_handler_that_is_no_assembly_is_a_program()
    {
        var command = StartCommand.For(Some.Function() with { Handler = "native" }, LinuxX64);

        Assert.Equal(Path.Combine(Some.FunctionDirectory, "native"), command.FileName);
    }

    [Theory]
    [InlineData("nodejs22.x", "index.handler", "provided.al2023 and dotnet10")]
    [InlineData("dotnet10", "Assembly::Type::Method", "assembly name as handler")]
    public void What_cannot_run_here_is_refused_with_what_can(string runtime, string handler, string remedy)
    {
        var error = Assert.Throws<AwsException>(
            () => StartCommand.For(Some.Function() with { Runtime = runtime, Handler = handler }, LinuxX64));

        Assert.Contains(remedy, error.Message, StringComparison.Ordinal);
    }
}
