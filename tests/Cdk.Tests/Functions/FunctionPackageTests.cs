using Infra.Cdk.Configuration;
using Infra.Cdk.Functions;

namespace Infra.Cdk.Tests.Functions;

public sealed class FunctionPackageTests : IDisposable
{
    /// <summary>A project that only writes the file it would be started with.</summary>
    private const string Project =
        """
        <Project>
          <Target Name="Restore" />
          <Target Name="Publish">
            <MakeDir Directories="../../artifacts/functions/Stub/$(FunctionRuntime)-$(FunctionArchitecture)" />
            <Touch Files="../../artifacts/functions/Stub/$(FunctionRuntime)-$(FunctionArchitecture)/$(EntryPoint)" AlwaysCreate="true" />
          </Target>
          <PropertyGroup>
            <EntryPoint Condition="'$(FunctionRuntime)' == 'provided.al2023'">bootstrap</EntryPoint>
            <EntryPoint Condition="'$(FunctionRuntime)' != 'provided.al2023'">other</EntryPoint>
          </PropertyGroup>
        </Project>
        """;

    private readonly TemporaryRepository _repository = new();

    public FunctionPackageTests()
    {
        Directory.CreateDirectory(Path.Combine(_repository.Folder, "lambdas", "Stub"));
        File.WriteAllText(Path.Combine(_repository.Folder, "lambdas", "Stub", "Stub.proj"), Project);
    }

    [Fact]
    public void The_variant_of_the_environment_is_published()
    {
        var settings = Some.Settings.Functions with { Architecture = "arm64" };

        var folder = new FunctionPackage(_repository.Folder, settings).Publish("Stub");

        Assert.EndsWith(Path.Combine("functions", "Stub", "provided.al2023-arm64"), folder, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(folder, "bootstrap")));
    }

    [Fact]
    public void A_package_without_what_the_runtime_starts_is_refused()
    {
        var settings = Some.Settings.Functions with { Runtime = FunctionSettings.ManagedRuntime };

        var exception = Assert.Throws<FunctionPackageException>(
            () => new FunctionPackage(_repository.Folder, settings).Publish("Stub"));

        Assert.Contains("holds no Stub.dll, which is what dotnet10 starts", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_publish_that_fails_is_told_with_its_command()
    {
        var exception = Assert.Throws<FunctionPackageException>(
            () => new FunctionPackage(_repository.Folder, Some.Settings.Functions).Publish("Absent"));

        Assert.Contains("dotnet publish lambdas/Absent", exception.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _repository.Dispose();
}
