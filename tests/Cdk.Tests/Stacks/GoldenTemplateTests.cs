using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Infra.Cdk.Tests.Stacks;

[Collection(Synthesis.Collection)]
public sealed partial class GoldenTemplateTests(Synthesis synthesis)
{
    private static readonly string Golden = Path.Combine(Some.RepositoryFolder, "tests", "Cdk.Tests", "Golden");

    /// <summary>Environments that differ from <c>local</c> in the CA only, or in the CA and the directories.</summary>
    private static readonly string[] OtherModes = ["local-anchors", "local-existing", "local-rotation", "local-subordinate"];

    public static TheoryData<string> Environments => new(Some.Environments.Names());

    [Theory]
    [MemberData(nameof(Environments))]
    public void The_templates_are_the_reviewed_ones(string environment)
    {
        foreach (var template in synthesis.Of(environment).Templates.Where(template => Reviewed(environment).Contains(template.Name)))
        {
            var file = Path.Combine(Golden, $"{template.Name}.json");
            var actual = AssetHash().Replace(template.Text, "<asset hash>") + "\n";
            if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
            {
                File.WriteAllText(file, actual);
            }

            Assert.True(
                File.Exists(file) && File.ReadAllText(file) == actual,
                $"The template of {template.Name} is not {file}. Run the tests with UPDATE_GOLDEN=1 and review the difference.");
        }
    }

    [Fact]
    public void No_reviewed_template_is_left_over() => Assert.Equal(
        Some.Environments.Names().SelectMany(Reviewed).Order(),
        Directory.EnumerateFiles(Golden).Select(file => Path.GetFileNameWithoutExtension(file)).Order());

    [Fact]
    public void Where_the_ca_comes_from_changes_nothing_about_the_delivery_of_crls() => Assert.All(OtherModes, environment => JsonAssert.Same(
        synthesis.Of("local").CrlDistribution.Text,
        JsonNode.Parse(synthesis.Of(environment).CrlDistribution.Text.Replace(environment, "local", StringComparison.Ordinal))));

    private static IEnumerable<string> Reviewed(string environment) => environment switch
    {
        "local-anchors" => [$"DirectoryTrust-{environment}"],
        "local-rotation" => [$"CertificateAuthority-{environment}", $"DirectoryTrust-{environment}"],
        _ when OtherModes.Contains(environment) => [$"CertificateAuthority-{environment}"],
        _ =>
        [
            $"Notifications-{environment}", $"CrlDistribution-{environment}", $"CertificateAuthority-{environment}",
            $"DirectoryTrust-{environment}",
        ],
    };

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex AssetHash();
}
