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

    public static TheoryData<string> Environments => new(Some.Environments.Names());

    private static EnvironmentSettings Subordinate => Some.Environments.Read("local-subordinate");

    private Template Template => synthesis.Of("local-subordinate").CertificateAuthority;

    [Fact]
    public void Each_function_of_the_executable_is_deployed_by_its_name()
    {
        var handlers = Functions(Template, synthesis.Of("local").DirectoryTrust!).Select(function => (string?)function["Handler"]);

        Assert.Equal(
            [
                "CaActivation", "CaRead", "CaRenewal", "CaRevocation", "DirectoryRead", "DirectoryReconcile",
                "DirectoryTrust", "FirstCrl",
            ],
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

        Assert.Equal(5, functions.Count);
        Assert.Equal(5, functions.Select(function => function["Role"]!.ToJsonString()).Distinct().Count());
        Assert.Equal(5, functions.Select(function => function["LoggingConfig"]!.ToJsonString()).Distinct().Count());
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
        Assert.Equal([2880, 2880, 2880, 2880, 2880], ages);
        Assert.All(
            (string[])["Custom::CaRevocation", "Custom::FirstCrl", "Custom::CaActivation"],
            type => Assert.Equal("2880", (string?)Template.Only(type)["ServiceTimeout"]));
    }

    [Fact]
    public void No_resource_is_asked_for_before_its_function_is_complete() => Assert.All(
        Template.Resources.Where(resource => ((string)resource["Type"]!).StartsWith("Custom::", StringComparison.Ordinal)),
        resource => Assert.Contains(
            (JsonArray)resource["DependsOn"]!, id => ((string)id!).Contains("EventInvokeConfig", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Environments))]
    public void Operators_find_every_function_by_its_variable_in_either_runtime(string environment)
    {
        var settings = Some.Environments.Read(environment);
        var managed = settings with
        {
            Functions = settings.Functions with { Runtime = FunctionSettings.ManagedRuntime },
        };

        var natives = Functions([.. OursOf(synthesis.Of(environment))]).ToList();
        var chosen = Functions([.. OursOf(synthesis.Of(managed))]).Select(Chosen).ToList();

        Assert.All(natives, function => Assert.Equal((string?)function["Handler"], Chosen(function)));
        Assert.Equal(natives.Select(Chosen), chosen);
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void A_function_knows_the_one_resource_that_it_is_for(string environment)
    {
        foreach (var template in OursOf(synthesis.Of(environment)))
        {
            var resources = template.CustomResources().ToList();
            var told = template.All("AWS::Lambda::Function")
                .Select(function => function["Properties"]!["Environment"]!["Variables"]!)
                .Where(variables => variables[TrustManagerVariables.ResourceLogicalId] is not null)
                .ToList();

            Assert.Equal(resources.Count, told.Count);
            Assert.All(resources, resource =>
            {
                var function = template.Resource((string)resource.Value["ServiceToken"]!["Fn::GetAtt"]![0]!);
                var variables = function["Properties"]!["Environment"]!["Variables"]!;
                Assert.Equal(resource.Key, (string?)variables[TrustManagerVariables.ResourceLogicalId]);
                JsonAssert.Same("""{ "Ref": "AWS::StackId" }""", variables[TrustManagerVariables.ResourceStackId]);
            });
        }
    }

    /// <summary>
    /// CloudFormation refuses another ServiceToken for a resource that exists: no change of the code may change one of these.
    /// </summary>
    [Theory]
    [InlineData("local", "Revocation2857AF0C", "RevocationFunction3F631961")]
    [InlineData("local", "Directory01234567899FAB67D1", "Directory0123456789Function0133F7B2")]
    [InlineData("local", "Directoryabcdef0123C7C62939", "Directoryabcdef0123Function12FFB016")]
    [InlineData("local", "FirstCrl4BD6318F", "FirstCrlFunction570D5A45")]
    [InlineData("local-anchors", "Directory0a1b2c3d4e6FF66964", "Directory0a1b2c3d4eFunctionFD50A4E0")]
    [InlineData("local-anchors", "Revocation0a1b2c3d4e5f60718293a4b5c6d7e8f9DA64B13B", "Revocation0a1b2c3d4e5f60718293a4b5c6d7e8f9Function6869F252")]
    [InlineData("local-anchors", "FirstCrl0a1b2c3d4e5f60718293a4b5c6d7e8f9D13B223F", "FirstCrl0a1b2c3d4e5f60718293a4b5c6d7e8f9FunctionDAFEEF70")]
    [InlineData("local-existing", "Revocation0a1b2c3d4e5f60718293a4b5c6d7e8f9DA64B13B", "Revocation0a1b2c3d4e5f60718293a4b5c6d7e8f9Function6869F252")]
    [InlineData("local-existing", "FirstCrl0a1b2c3d4e5f60718293a4b5c6d7e8f9D13B223F", "FirstCrl0a1b2c3d4e5f60718293a4b5c6d7e8f9FunctionDAFEEF70")]
    [InlineData("local-rotation", "Revocation2857AF0C", "RevocationFunction3F631961")]
    [InlineData("local-rotation", "Directory01234567899FAB67D1", "Directory0123456789Function0133F7B2")]
    [InlineData("local-rotation", "Directoryabcdef0123C7C62939", "Directoryabcdef0123Function12FFB016")]
    [InlineData("local-rotation", "FirstCrl4BD6318F", "FirstCrlFunction570D5A45")]
    [InlineData("local-subordinate", "AuthorityActivation42CD4B4E", "AuthorityActivationFunctionFC9F2DB2")]
    [InlineData("local-subordinate", "Revocation2857AF0C", "RevocationFunction3F631961")]
    [InlineData("local-subordinate", "FirstCrl4BD6318F", "FirstCrlFunction570D5A45")]
    [InlineData("example-us-east-1", "Revocation2857AF0C", "RevocationFunction3F631961")]
    [InlineData("example-us-east-1", "Directory0f1e2d3c4b95157FBF", "Directory0f1e2d3c4bFunctionBF7E2789")]
    [InlineData("example-us-east-1", "FirstCrl4BD6318F", "FirstCrlFunction570D5A45")]
    [InlineData("example-us-gov-west-1", "Revocation2857AF0C", "RevocationFunction3F631961")]
    [InlineData("example-us-gov-west-1", "Directory0a1b2c3d4e6FF66964", "Directory0a1b2c3d4eFunctionFD50A4E0")]
    [InlineData("example-us-gov-west-1", "FirstCrl4BD6318F", "FirstCrlFunction570D5A45")]
    public void The_function_of_a_resource_never_changes_its_logical_id(string environment, string resource, string function)
    {
        var found = Assert.Single(
            OursOf(synthesis.Of(environment)).SelectMany(template => template.CustomResources()),
            one => one.Key == resource);

        Assert.Equal(function, (string?)found.Value["ServiceToken"]!["Fn::GetAtt"]![0]);
    }

    [Fact]
    public void Every_resource_of_every_environment_is_in_that_list()
    {
        var listed = typeof(TrustManagerFunctionTests).GetMethod(nameof(The_function_of_a_resource_never_changes_its_logical_id))!
            .GetCustomAttributes(inherit: false).OfType<InlineDataAttribute>().Count();

        Assert.Equal(
            Some.Environments.Names().Sum(
                environment => OursOf(synthesis.Of(environment)).Sum(template => template.CustomResources().Count())),
            listed);
    }

    private static IEnumerable<Template> OursOf(Assembly assembly) =>
        new[] { assembly.CertificateAuthority, assembly.DirectoryTrust }.OfType<Template>();

    private static string? Chosen(JsonNode function) =>
        (string?)function["Environment"]!["Variables"]![TrustManagerVariables.Function];

    private static IEnumerable<JsonNode> Functions(params Template[] templates) => templates
        .SelectMany(template => template.All("AWS::Lambda::Function"))
        .Select(function => function["Properties"]!);
}
