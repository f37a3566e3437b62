using Infra.Local.Account;
using Infra.Local.Lambda;

namespace Infra.Local.Tests.Lambda;

internal static class Some
{
    public static AwsAccount Account { get; } = new("111122223333", "us-gov-west-1");

    /// <summary>Build output of the function that does what its event says.</summary>
    public static string FunctionDirectory { get; } = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory,
        AppContext.BaseDirectory.Replace("Local.Tests", "Local.Tests.Function", StringComparison.Ordinal)));

    public static FunctionConfiguration Function(string name = "responder") => new()
    {
        Name = name,
        Arn = Account.Arn("lambda", $"function:{name}"),
        TaskRoot = FunctionDirectory,
        Handler = "Local.Tests.Function",
        Runtime = "dotnet10",
        RoleArn = Account.GlobalArn("iam", $"role/{name}"),
        LogGroup = $"/aws/lambda/{name}",

        // Long enough for a process to start on a busy machine; tests of the timeout choose their own.
        Timeout = TimeSpan.FromSeconds(30),
        MemoryMegabytes = 256,
    };
}
