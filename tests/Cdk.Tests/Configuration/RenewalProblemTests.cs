using System.Text.Json.Nodes;
using Infra.Cdk.Configuration;

namespace Infra.Cdk.Tests.Configuration;

public sealed class RenewalProblemTests
{
    private const string Renewal = "certificateAuthority.renewal";

    private const string Parent = Renewal + ".parentCertificateAuthorityArn";

    private static readonly string ParentElsewhere =
        Some.CaArn.Replace("us-east-1", "us-west-2", StringComparison.Ordinal);

    private const string YearLong = "\"validityYears\": 1, \"renewBeforeDays\": 365";

    private static string Itself => Some.Environments.Read("local-existing").CertificateAuthority.Arn!;

    public static TheoryData<string, Problem> EveryProblem => new()
    {
        // Shape and values.
        { "local", new(Renewal, "[]") },
        { "local", new($"{Renewal}.when", "\"soon\"") },
        { "local", new($"{Renewal}.mode", "\"automatic\"") },
        { "local", new($"{Renewal}.renewBeforeDays", "97") },
        { "local", new($"{Renewal}.renewBeforeDays", "3651") },

        { "local", new($"{Renewal}.allowChanges", "[\"keyUsage\"]", $"{Renewal}.allowChanges[0]") },
        { "local-existing", new($"{Renewal}.allowChanges", "[\"issuer\"]") },

        // A CA of the deployment is renewed as it was created.
        { "local", new($"{Renewal}.validityYears", "10") },
        { "local", new(Parent, Problem.Text(Some.CaArn)) },
        { "local", new($"{Renewal}.pathLength", "0") },
        { "local", new($"{Renewal}.renewBeforeDays", "3650") },
        { "local-subordinate", new($"{Renewal}.renewBeforeDays", "1825") },
        { "local-subordinate", new(Renewal, Watched("\"renewBeforeDays\": 1825"), $"{Renewal}.renewBeforeDays") },

        // One that exists, when asked for.
        { "local-existing", new($"{Renewal}.mode", "\"renew\"", $"{Renewal}.validityYears") },
        { "local-existing", new($"{Renewal}.validityYears", "10") },
        { "local-existing", new(Parent, Problem.Text(Some.CaArn)) },
        { "local-existing", new(Renewal, Renewed(YearLong), $"{Renewal}.renewBeforeDays") },
        { "local-existing", new(Renewal, Renewed("\"validityYears\": 31"), $"{Renewal}.validityYears") },
        { "local-existing", new(Renewal, Renewed("\"validityYears\": 9, \"pathLength\": 0"), $"{Renewal}.pathLength") },
        { "local-existing", new(Renewal, RenewedBy(Some.CaArn, pathLength: 4), $"{Renewal}.pathLength") },
        { "local-existing", new(Renewal, RenewedBy(ParentElsewhere), Parent) },
        { "local-existing", new(Renewal, RenewedBy(Itself), Parent) },
    };

    [Theory]
    [MemberData(nameof(EveryProblem))]
    public void Each_problem_is_reported_once_at_its_place(string environment, Problem problem)
    {
        var document = Some.Document(environment);
        problem.ApplyTo(document);

        var reported = Assert.Single(ProblemsOf(document));

        Assert.Equal(problem.Path, reported.Path);
        Assert.All([reported.Found, reported.Allowed, reported.Next], part => Assert.NotEqual("", part));
    }

    [Fact]
    public void A_parent_may_be_in_another_account()
    {
        var parent = Some.CaArn.Replace("111122223333", "444455556666", StringComparison.Ordinal);
        var document = Some.Document("local-existing");
        new Problem(Renewal, RenewedBy(parent)).ApplyTo(document);
        using var repository = new TemporaryRepository().With("edited", document);

        var read = repository.Environments.Read("edited").CertificateAuthority.Renewal;

        Assert.Equal(parent, read.ParentCertificateAuthorityArn);
    }

    private static string Watched(string members) => $$"""{ "mode": "watch", {{members}} }""";

    private static string Renewed(string members) => $$"""{ "mode": "renew", {{members}} }""";

    private static string RenewedBy(string parent, int pathLength = 0) => Renewed(
        $"\"validityYears\": 9, \"parentCertificateAuthorityArn\": \"{parent}\", \"pathLength\": {pathLength}");

    private static IReadOnlyCollection<SettingProblem> ProblemsOf(JsonNode document)
    {
        using var repository = new TemporaryRepository().With("edited", document);
        return Assert.Throws<InvalidEnvironmentException>(() => repository.Environments.Read("edited")).Problems;
    }
}
