using System.Text.Json.Nodes;
using Infra.Cdk.Configuration;
using Infra.Cdk.Configuration.Renewal;

namespace Infra.Cdk.Tests.Configuration;

public sealed class EnvironmentFileTests
{
    public static TheoryData<string> EnvironmentsOfTheRepository => new(Some.Environments.Names());

    [Theory]
    [MemberData(nameof(EnvironmentsOfTheRepository))]
    public void Every_environment_of_the_repository_is_valid(string name)
    {
        var settings = Some.Environments.Read(name);

        Assert.Equal(name, settings.Name);
    }

    [Fact]
    public void The_repository_has_an_environment_of_each_kind_for_the_local_aws_and_an_example_for_each_partition() =>
        Assert.Equal(
            [
                "example-us-east-1", "example-us-gov-west-1",
                "local", "local-anchors", "local-existing", "local-rotation", "local-subordinate",
            ],
            Some.Environments.Names());

    [Fact]
    public void What_a_file_leaves_out_has_the_documented_default()
    {
        var document = Some.Document();
        document.Remove("crlDistribution");
        document.Remove("directories");
        using var repository = new TemporaryRepository().With("plain", document);

        var settings = repository.Environments.Read("plain");

        Assert.Equal(3600, settings.CrlDistribution.MaxAgeSeconds);
        Assert.Equal(60, settings.CrlDistribution.RevalidateAfterSeconds);
        Assert.Equal(30, settings.CrlDistribution.SupersededVersionDays);
        Assert.True(settings.CrlDistribution.AccessLogs.Enabled);
        Assert.True(settings.CrlDistribution.DeletionProtection);
        Assert.Equal(7, settings.CertificateAuthority.CrlExpirationDays);
        Assert.Equal(10, settings.CertificateAuthority.ValidityYears);
        Assert.Equal("COMPLETE", settings.CertificateAuthority.CrlType);
        Assert.Equal(new RenewalSettings(), settings.CertificateAuthority.Renewal);
        Assert.Empty(settings.Directories);
        Assert.Equal("provided.al2023", settings.Functions.Runtime);
        Assert.Equal("x86_64", settings.Functions.Architecture);
    }

    [Fact]
    public void A_directory_that_says_nothing_of_rotation_follows_its_sources_daily()
    {
        var rotation = Some.Settings.Directories[0].Rotation;

        Assert.Equal(("automatic", 7, "rate(1 day)"), (rotation.Mode, rotation.OverlapDays, rotation.Schedule));
    }

    [Theory]
    [InlineData(null, "No environment was chosen.")]
    [InlineData("staging", "There is no environments/staging.json.")]
    [InlineData("environment.schema", "There is no environments/environment.schema.json.")]
    [InlineData("../environments/local", "There is no")]
    public void An_environment_that_does_not_exist_is_answered_with_those_that_do(string? name, string said)
    {
        var exception = Assert.Throws<InvalidEnvironmentException>(() => Some.Environments.Read(name));

        Assert.StartsWith(said, exception.Message, StringComparison.Ordinal);
        var names = string.Join(", ", Some.Environments.Names());
        Assert.Contains($"environments/ holds {names}.", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"account\": ")]
    [InlineData("{ \"account\": \"111122223333\", \"account\": \"444455556666\" }")]
    [InlineData("")]
    public void A_file_that_is_not_json_is_answered_with_the_place(string content)
    {
        using var repository = new TemporaryRepository().With("broken", content);

        var exception = Assert.Throws<InvalidEnvironmentException>(() => repository.Environments.Read("broken"));

        Assert.Contains("environments/broken.json is not JSON", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Capitals")]
    [InlineData("under_score")]
    [InlineData("two--hyphens")]
    [InlineData("a-name-of-more-than-28-letters")]
    public void A_file_name_that_cannot_be_part_of_resource_names_is_refused(string name)
    {
        using var repository = new TemporaryRepository().With(name, Some.Document());

        var exception = Assert.Throws<InvalidEnvironmentException>(() => repository.Environments.Read(name));

        Assert.Equal("(file name)", Assert.Single(exception.Problems).Path);
    }

    [Theory]
    [InlineData("{ \"logRetentionDays\": 30 }")]
    [InlineData(null)]
    public void The_command_line_can_choose_another_runtime(string? functions)
    {
        var document = Some.Document();
        if (functions is not null)
        {
            document["functions"] = JsonNode.Parse(functions);
        }

        using var repository = new TemporaryRepository().With("plain", document);

        Assert.Equal("dotnet10", repository.Environments.Read("plain", new EnvironmentOverrides { FunctionRuntime = "dotnet10" }).Functions.Runtime);
    }

    [Fact]
    public void A_runtime_that_does_not_exist_is_refused_from_the_command_line_too()
    {
        var exception = Assert.Throws<InvalidEnvironmentException>(() => Some.Environments.Read("local", new EnvironmentOverrides { FunctionRuntime = "nodejs18.x" }));

        Assert.Equal("functions.runtime", Assert.Single(exception.Problems).Path);
    }

    [Fact]
    public void The_command_line_can_name_the_existing_ca()
    {
        var overrides = EnvironmentOverrides.From(name => name == "certificateAuthorityArn" ? Some.CaArn : null);

        Assert.Equal(Some.CaArn, Some.Environments.Read("local-existing", overrides).CertificateAuthority.Arn);
    }

    [Fact]
    public void The_command_line_can_name_the_parent_ca()
    {
        var overrides = EnvironmentOverrides.From(name => name == "parentCertificateAuthorityArn" ? Some.CaArn : null);

        Assert.Equal(Some.CaArn, Some.Environments.Read("local-subordinate", overrides).CertificateAuthority.ParentCertificateAuthorityArn);
    }

    [Fact]
    public void The_command_line_can_name_another_folder_of_certificates()
    {
        using var elsewhere = new TemporaryRepository();
        foreach (var name in (string[])["smart-card", "ldaps", "managed-ldaps"])
        {
            elsewhere.WithFile(
                $"certificates/local-rotation-{name}.pem",
                File.ReadAllText(Path.Combine(Some.RepositoryFolder, "environments/certificates/local-ldaps.pem")));
        }

        var overrides = EnvironmentOverrides.From(name => name == "certificateFolder" ? elsewhere.Folder : null);

        Assert.Equal(
            "Local Directory LDAPS Root CA",
            Some.Environments.Read("local-rotation", overrides).Directories[0].SmartCard!.Anchors.Anchors.Single()
                .Certificate!.CommonName);
    }

    [Fact]
    public void A_ca_named_on_the_command_line_does_not_go_with_one_to_create()
    {
        var overrides = new EnvironmentOverrides { CertificateAuthorityArn = Some.CaArn };

        var exception = Assert.Throws<InvalidEnvironmentException>(() => Some.Environments.Read("local", overrides));

        Assert.Equal("certificateAuthority.arn", Assert.Single(exception.Problems).Path);
    }

    [Fact]
    public void A_command_outside_the_repository_is_told_to_run_inside()
    {
        var exception = Assert.Throws<InvalidEnvironmentException>(() => Repository.Find(Path.GetTempPath()));

        Assert.Contains("holds cdk.json. Run the command in the repository.", exception.Message, StringComparison.Ordinal);
    }
}
