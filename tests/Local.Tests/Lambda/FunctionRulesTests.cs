using Infra.Local.Endpoint;
using Infra.Local.Lambda;

namespace Infra.Local.Tests.Lambda;

public sealed class FunctionRulesTests
{
    [Fact]
    public void An_ordinary_function_has_no_problem() => Assert.Empty(FunctionRules.Problems(Some.Function()));

    public static TheoryData<FunctionConfiguration, string> Refused { get; } = new()
    {
        { Some.Function() with { Timeout = TimeSpan.Zero }, "Timeout is 0; it must be 1 to 900 seconds." },
        { Some.Function() with { Timeout = TimeSpan.FromSeconds(901) }, "Timeout is 901;" },
        { Some.Function() with { MemoryMegabytes = 127 }, "MemorySize is 127; it must be 128 to 10240 MB." },
        { Some.Function() with { ReservedConcurrency = -1 }, "ReservedConcurrentExecutions is -1;" },
        { With("AWS_REGION", "us-east-1"), "The environment sets AWS_REGION, which Lambda reserves" },
        { With("LARGE", new string('x', 4092)), "The environment has 4097 bytes; Lambda takes at most 4096." },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_lambda_refuses_is_refused_with_value_and_limit(FunctionConfiguration function, string problem)
    {
        Assert.StartsWith(problem, Assert.Single(FunctionRules.Problems(function)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_that_lambda_may_not_assume_is_refused_when_the_function_is_made()
    {
        await using var rig = new LambdaRig();
        rig.Roles.NotAssumable.Add(Some.Function().RoleArn);

        var error = Assert.Throws<AwsException>(() => rig.Deploy());

        Assert.Equal("The role defined for the function cannot be assumed by Lambda.", error.Message);
        Assert.Empty(rig.Functions.All);
    }

    private static FunctionConfiguration With(string name, string value) =>
        Some.Function() with { Environment = new Dictionary<string, string> { [name] = value } };
}
