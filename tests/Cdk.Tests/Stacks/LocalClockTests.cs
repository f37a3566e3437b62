extern alias TrustManager;

using System.Text;
using Infra.Cdk.Configuration;

namespace Infra.Cdk.Tests.Stacks;

/// <summary>The clock of a function can be moved on the local AWS alone.</summary>
[Collection(Synthesis.Collection)]
public sealed class LocalClockTests(Synthesis synthesis)
{
    private const string Variable = "LOCAL_CLOCK_FILE";

    public static TheoryData<string> Environments => new(Some.Environments.Names());

    [Theory]
    [MemberData(nameof(Environments))]
    public void No_template_names_the_file_that_moves_the_clock_of_a_function(string environment)
    {
        var folder = synthesis.Of(environment).Folder;
        var files = Directory.EnumerateFiles(folder, "*.json").Select(File.ReadAllText).ToList();

        Assert.NotEmpty(files);
        Assert.All(files, text => Assert.DoesNotContain(Variable, text, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void The_app_that_writes_the_templates_does_not_know_the_variable()
    {
        Assert.True(Knows(typeof(TrustManager::Infra.TrustManager.Functions)), "the function knows it");
        Assert.False(Knows(typeof(EnvironmentSettings)), "the app does not");
    }

    /// <summary>Texts of a program lie in its assembly as UTF-16, names as UTF-8.</summary>
    private static bool Knows(Type anyOfIt)
    {
        var bytes = File.ReadAllBytes(anyOfIt.Assembly.Location);
        return new[] { Encoding.Unicode, Encoding.UTF8 }.Any(
            encoding => bytes.AsSpan().IndexOf(encoding.GetBytes(Variable)) >= 0);
    }
}
