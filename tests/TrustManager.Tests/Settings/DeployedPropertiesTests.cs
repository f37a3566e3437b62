using Infra.TrustManager.Settings;

namespace Infra.TrustManager.Tests.Settings;

public sealed class DeployedPropertiesTests
{
    private static readonly DirectoryPlace[] Places = [new("d-0123456789", "state"), new("d-abcdef0123", "state")];

    [Fact]
    public void The_function_that_reads_knows_the_fingerprint_of_each_directory()
    {
        var all = DeployedProperties.AllOf(Places, name => name switch
        {
            "TRUST_PROPERTIES_FINGERPRINTS" => "AA,BB",
            "TRUST_OWN_CA_ARN" => "arn",
            _ => null,
        });

        Assert.Equal(new DeployedProperties("AA", "arn"), all["d-0123456789"]);
        Assert.Equal(new DeployedProperties("BB", "arn"), all["d-abcdef0123"]);
    }

    [Theory]
    [InlineData(null, "has 0 fingerprints")]
    [InlineData("AA", "has 1 fingerprints")]
    [InlineData("AA,BB,CC", "has 3 fingerprints")]
    public void Every_directory_must_have_its_own(string? value, string problem)
    {
        var failure = Assert.Throws<InvalidOperationException>(() => DeployedProperties.AllOf(Places, _ => value));

        Assert.Contains(problem, failure.Message, StringComparison.Ordinal);
        Assert.Contains("each of 2 directories", failure.Message, StringComparison.Ordinal);
    }
}
