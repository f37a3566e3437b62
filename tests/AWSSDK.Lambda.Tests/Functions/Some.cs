using System.Text;
using Amazon.Lambda.Model;
using Infra.AwsClient.Tests;

namespace Infra.AWSSDK.Lambda.Tests.Functions;

/// <summary>Valid values.</summary>
internal static class Some
{
    public const string FunctionName = "trust-lab-DirectoryTrust";

    public const string FunctionArn = $"arn:aws-us-gov:lambda:us-gov-west-1:111122223333:function:{FunctionName}";

    public static Answer Json(string body, int status = 200) => new(status, body) { ContentType = "application/json" };

    /// <summary>What the function said, with the headers that say how it went.</summary>
    public static Answer Said(string payload, params (string Name, string Value)[] headers) =>
        Json(payload) with { Headers = headers.ToDictionary(header => header.Name, header => header.Value) };

    public static Answer Refused(int status, string code, string body = """{"Type":"User","Message":"m"}""") =>
        new(status, body, code) { ContentType = "application/json" };

    public static string Text(this InvokeResponse response) => Encoding.UTF8.GetString(response.Payload.ToArray());
}
