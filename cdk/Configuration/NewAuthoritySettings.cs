namespace Infra.Cdk.Configuration;

/// <summary>What only a CA that does not exist yet can be given.</summary>
/// <param name="ValidityYears">Validity of the CA's own certificate.</param>
public sealed record NewAuthoritySettings(
    string UsageMode, string KeyAlgorithm, string SigningAlgorithm, SubjectSettings Subject, int ValidityYears);
