namespace Infra.Trust.Tests;

/// <summary>Valid values.</summary>
internal static class Some
{
    public const string DirectoryId = "d-0123456789";

    public const string CaArn =
        "arn:aws-us-gov:acm-pca:us-gov-west-1:111122223333:certificate-authority/11111111-2222-3333-4444-555555555555";

    public const string Thumbprint = "0A1B2C3D4E5F60718293A4B5C6D7E8F90A1B2C3D4E5F60718293A4B5C6D7E8F9";

    public const string FunctionName = "trust-lab-DirectoryTrust";

    public const string Fulfilled = """{"text":"nothing to do","steps":[],"refusals":[],"notes":[],"later":[]}""";

    public static Dictionary<string, string> Variables(string directoryId = DirectoryId) =>
        new() { ["TRUST_DIRECTORY_ID"] = directoryId, ["TRUST_MEMORY_BUCKET"] = "memory" };
}
