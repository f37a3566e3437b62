namespace Infra.Trust.Tests;

/// <summary>Valid values.</summary>
internal static class Some
{
    public const string DirectoryId = "d-0123456789";

    public const string CaArn =
        "arn:aws-us-gov:acm-pca:us-gov-west-1:111122223333:certificate-authority/11111111-2222-3333-4444-555555555555";

    public const string Thumbprint = "0A1B2C3D4E5F60718293A4B5C6D7E8F90A1B2C3D4E5F60718293A4B5C6D7E8F9";

    /// <summary>The function that changes the directory.</summary>
    public const string FunctionName = "trust-lab-Reconcile";

    /// <summary>The function that tells about the directory.</summary>
    public const string ReadFunctionName = "trust-lab-Read";

    public const string Fulfilled = """{"text":"nothing to do","steps":[],"refusals":[],"notes":[],"later":[]}""";

    public static string ArnOf(string function) =>
        $"arn:aws-us-gov:lambda:us-gov-west-1:111122223333:function:{function}";

    /// <summary>Of the function that changes a directory.</summary>
    public static Dictionary<string, string> Variables(string directoryId = DirectoryId) => new()
    {
        ["TRUST_MANAGER_FUNCTION"] = "DirectoryReconcile",
        ["TRUST_DIRECTORY_ID"] = directoryId,
        ["TRUST_MEMORY_BUCKET"] = "memory",
    };

    /// <summary>Of the function that tells about directories.</summary>
    public static Dictionary<string, string> ReadVariables(string directoryIds = DirectoryId) => new()
    {
        ["TRUST_MANAGER_FUNCTION"] = "DirectoryRead",
        ["TRUST_DIRECTORY_IDS"] = directoryIds,
        ["TRUST_MEMORY_BUCKET"] = "memory",
    };

    /// <summary>Of a function of a CA.</summary>
    public static Dictionary<string, string> CaVariables(string function) =>
        new() { ["TRUST_MANAGER_FUNCTION"] = function, ["CA_ARN"] = CaArn };
}
