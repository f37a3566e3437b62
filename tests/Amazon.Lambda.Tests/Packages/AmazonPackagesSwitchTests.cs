using System.Diagnostics;
using System.Text.Json;

namespace Infra.Amazon.Lambda.Tests.Packages;

/// <summary>The switch between the projects under sdk/ and Amazon's packages, as MSBuild evaluates it.</summary>
public class AmazonPackagesSwitchTests
{
    private static readonly string[] LambdaPackages =
    [
        "Amazon.Lambda.ApplicationLoadBalancerEvents",
        "Amazon.Lambda.Core",
        "Amazon.Lambda.RuntimeSupport",
        "Amazon.Lambda.Serialization.SystemTextJson",
    ];

    [Fact]
    public async Task By_default_a_function_refers_to_the_subset()
    {
        var references = await ReferencesAsync("subset");

        Assert.Equal(LambdaPackages, references.Projects.Where(IsAmazons).Order());
        Assert.DoesNotContain(references.Packages, IsAmazons);
    }

    [Fact]
    public async Task With_nuget_a_function_refers_to_the_packages_of_the_same_names_only()
    {
        var references = await ReferencesAsync("nuget");

        Assert.Equal(LambdaPackages, references.Packages.Where(IsAmazons).Order());
        Assert.DoesNotContain(references.Projects, IsAmazons);
    }

    private static async Task<(string[] Projects, string[] Packages)> ReferencesAsync(string amazonPackages)
    {
        var start = new ProcessStartInfo("dotnet", [
            "msbuild", "lambdas/CrlResponder", "-getItem:ProjectReference,PackageReference",
            $"-p:AmazonPackages={amazonPackages}", "-nodeReuse:false",
        ])
        {
            WorkingDirectory = Repository(),
            RedirectStandardOutput = true,
        };

        using var msbuild = System.Diagnostics.Process.Start(start)!;
        var output = await msbuild.StandardOutput.ReadToEndAsync();
        await msbuild.WaitForExitAsync();

        Assert.True(msbuild.ExitCode == 0, output);
        var items = JsonDocument.Parse(output).RootElement.GetProperty("Items");
        return (Identities(items, "ProjectReference"), Identities(items, "PackageReference"));
    }

    private static string[] Identities(JsonElement items, string type) =>
        [.. items.GetProperty(type).EnumerateArray().Select(item => item.GetProperty("Identity").GetString()!)
            .Select(identity => identity.EndsWith(".csproj", StringComparison.Ordinal)
                ? Path.GetFileNameWithoutExtension(identity)
                : identity)];

    private static bool IsAmazons(string name) => name.StartsWith("Amazon.Lambda.", StringComparison.Ordinal);

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Infra.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
