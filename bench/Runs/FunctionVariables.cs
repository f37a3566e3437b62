using Infra.Bench.Contestants;
using Infra.Bench.StandIns;

namespace Infra.Bench.Runs;

/// <summary>The whole environment of a function's process: what Lambda sets, and what our templates add.</summary>
internal static class FunctionVariables
{
    public static Dictionary<string, string> For(Contestant contestant, string runtimeApi, Uri endpoint)
    {
        var variables = new Dictionary<string, string>
        {
            ["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "/usr/local/bin:/usr/bin:/bin",
            ["LANG"] = "en_US.UTF-8",
            ["TZ"] = ":UTC",
            ["HOME"] = Path.GetTempPath(),
            ["_HANDLER"] = "bootstrap",
            ["AWS_REGION"] = "us-east-1",
            ["AWS_DEFAULT_REGION"] = "us-east-1",
            ["AWS_ACCESS_KEY_ID"] = "ASIAEXAMPLE",
            ["AWS_SECRET_ACCESS_KEY"] = "secret",
            ["AWS_SESSION_TOKEN"] = "token",
            ["AWS_EC2_METADATA_DISABLED"] = "true",
            ["AWS_ENDPOINT_URL"] = endpoint.GetLeftPart(UriPartial.Authority),
            ["AWS_LAMBDA_FUNCTION_NAME"] = "bench",
            ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = "512",
            ["AWS_LAMBDA_FUNCTION_VERSION"] = "$LATEST",
            ["AWS_LAMBDA_INITIALIZATION_TYPE"] = "on-demand",
            ["AWS_LAMBDA_LOG_GROUP_NAME"] = "/aws/lambda/bench",
            ["AWS_LAMBDA_LOG_STREAM_NAME"] = "2026/11/21/[$LATEST]bench",
            ["AWS_LAMBDA_RUNTIME_API"] = runtimeApi,
            ["LAMBDA_TASK_ROOT"] = contestant.Folder,
            ["CRL_BUCKET"] = S3StandIn.Bucket,
        };
        foreach (var (name, value) in contestant.Variables)
        {
            variables[name] = value;
        }

        return variables;
    }
}
