extern alias TrustManager;

using System.Text.Json.Nodes;
using Infra.Cdk.Configuration;
using TrustManager::Infra.TrustManager.Settings;

namespace Infra.Cdk.Tests.Stacks;

[Collection(Synthesis.Collection)]
public sealed class TrustManagerFunctionTests(Synthesis synthesis)
{
    private static readonly EnvironmentSettings Managed = Subordinate with
    {
        Functions = Subordinate.Functions with { Runtime = FunctionSettings.ManagedRuntime, Architecture = "arm64" },
    };

    private static EnvironmentSettings Subordinate => Some.Environments.Read("local-subordinate");

    private Template Template => synthesis.Of("local-subordinate").CertificateAuthority;

    [Fact]
    public void Each_function_of_the_executable_is_deployed_by_its_name()
    {
        var handlers = Functions(Template, synthesis.Of("local").DirectoryTrust!).Select(function => (string?)function["Handler"]);

        Assert.Equal(
            ["CaActivation", "CaRenewal", "CaRevocation", "DirectoryTrust", "FirstCrl"],
            handlers.Distinct().Order(StringComparer.Ordinal));
        Assert.All(FunctionChoice.Known, name => Assert.Contains(name, handlers));
    }

    [Fact]
    public void The_managed_runtime_starts_the_assembly_and_a_variable_chooses_the_function()
    {
        var functions = Functions(
            synthesis.Of(Managed).CertificateAuthority,
            synthesis.Of(Managed with { Directories = Some.Settings.Directories }).DirectoryTrust!).ToList();

        Assert.All(functions, function => Assert.Equal("TrustManager", (string?)function["Handler"]));
        Assert.All(functions, function => Assert.Equal("dotnet10", (string?)function["Runtime"]));
        Assert.All(functions, function => JsonAssert.Same("""["arm64"]""", function["Architectures"]));
        Assert.All(FunctionChoice.Known, name => Assert.Contains(
            functions, function => (string?)function["Environment"]!["Variables"]![TrustManagerVariables.Function] == name));
    }

    [Fact]
    public void Each_function_has_a_role_and_logs_of_its_own()
    {
        var functions = Template.All("AWS::Lambda::Function").Select(function => function["Properties"]!).ToList();

        Assert.Equal(4, functions.Count);
        Assert.Equal(4, functions.Select(function => function["Role"]!.ToJsonString()).Distinct().Count());
        Assert.Equal(4, functions.Select(function => function["LoggingConfig"]!.ToJsonString()).Distinct().Count());
        Assert.All(Template.All("AWS::Logs::LogGroup"), logs => Assert.Equal(90, (int?)logs["Properties"]!["RetentionInDays"]));
    }

    [Theory]
    [InlineData("Custom::CaRevocation", "Revocation")]
    [InlineData("Custom::FirstCrl", "FirstCrl")]
    [InlineData("Custom::CaActivation", "AuthorityActivation")]
    public void Each_resource_is_answered_by_its_own_function(string type, string function)
    {
        var token = (string)Template.Only(type)["ServiceToken"]!["Fn::GetAtt"]![0]!;

        Assert.StartsWith(function, token, StringComparison.Ordinal);
    }

    [Fact]
    public void CloudFormation_waits_for_every_repetition_and_no_event_outlives_that()
    {
        var timeouts = Template.All("AWS::Lambda::Function").Select(function => (int)function["Properties"]!["Timeout"]!).Distinct();
        var ages = Template.All("AWS::Lambda::EventInvokeConfig").Select(config => (int)config["Properties"]!["MaximumEventAgeInSeconds"]!);

        Assert.Equal([900], timeouts);
        Assert.Equal([2880, 2880, 2880, 2880], ages);
        Assert.All(
            (string[])["Custom::CaRevocation", "Custom::FirstCrl", "Custom::CaActivation"],
            type => Assert.Equal("2880", (string?)Template.Only(type)["ServiceTimeout"]));
    }

    [Fact]
    public void No_resource_is_asked_for_before_its_function_is_complete() => Assert.All(
        Template.Resources.Where(resource => ((string)resource["Type"]!).StartsWith("Custom::", StringComparison.Ordinal)),
        resource => Assert.Contains(
            (JsonArray)resource["DependsOn"]!, id => ((string)id!).Contains("EventInvokeConfig", StringComparison.Ordinal)));

    private static IEnumerable<JsonNode> Functions(params Template[] templates) => templates
        .SelectMany(template => template.All("AWS::Lambda::Function"))
        .Select(function => function["Properties"]!);
}
