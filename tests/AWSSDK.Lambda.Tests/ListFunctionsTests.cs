using Amazon.Lambda.Model;
using Infra.AwsClient.Tests;
using Infra.AWSSDK.Lambda.Tests.Functions;

namespace Infra.AWSSDK.Lambda.Tests;

public class ListFunctionsTests
{
    [Fact]
    public async Task A_list_is_a_signed_get_without_a_body()
    {
        await using var service = await FakeService.StartAsync(Some.Json("{}"));
        using var client = service.Client();

        await client.ListFunctionsAsync(new ListFunctionsRequest());

        var call = Assert.Single(service.Calls);
        Assert.Equal(("GET", "/2015-03-31/functions"), (call.Method, call.Target));
        Assert.Contains("/us-gov-west-1/lambda/aws4_request", call.Headers["Authorization"], StringComparison.Ordinal);
        Assert.Equal(string.Empty, call.Body);
    }

    [Fact]
    public async Task A_function_is_read_with_its_variables()
    {
        await using var service = await FakeService.StartAsync(Some.Json($$"""
            { "Functions": [ {
                "FunctionName": "{{Some.FunctionName}}", "FunctionArn": "{{Some.FunctionArn}}",
                "Runtime": "provided.al2023", "Handler": "DirectoryTrust", "Description": "Directory d-9067012345",
                "CodeSize": 12345678901, "Environment": { "Variables": { "TRUST_DIRECTORY_ID": "d-9067012345" } },
                "Architectures": ["x86_64"] } ], "NextMarker": null }
            """));
        using var client = service.Client();

        var response = await client.ListFunctionsAsync(new ListFunctionsRequest());

        var function = Assert.Single(response.Functions);
        Assert.Equal((Some.FunctionName, Some.FunctionArn), (function.FunctionName, function.FunctionArn));
        Assert.Equal(("DirectoryTrust", "Directory d-9067012345"), (function.Handler, function.Description));
        Assert.Equal("d-9067012345", function.Environment.Variables["TRUST_DIRECTORY_ID"]);
        Assert.Null(function.Environment.Error);
        Assert.Null(response.NextMarker);
    }

    [Fact]
    public async Task A_function_without_variables_or_with_unreadable_ones_is_read_too()
    {
        await using var service = await FakeService.StartAsync(Some.Json("""
            { "Functions": [
                { "FunctionName": "plain" },
                { "FunctionName": "locked", "Environment": {
                    "Error": { "ErrorCode": "AccessDeniedException", "Message": "no kms:Decrypt" } } } ] }
            """));
        using var client = service.Client();

        var functions = (await client.ListFunctionsAsync(new ListFunctionsRequest())).Functions;

        Assert.Null(functions[0].Environment);
        Assert.Null(functions[1].Environment.Variables);
        Assert.Equal("AccessDeniedException", functions[1].Environment.Error.ErrorCode);
        Assert.Equal("no kms:Decrypt", functions[1].Environment.Error.Message);
    }

    [Fact]
    public async Task Functions_come_page_by_page_an_empty_page_included()
    {
        await using var service = await FakeService.StartAsync(
            Some.Json("""{"Functions":[{"FunctionName":"a"}],"NextMarker":"x/y+z="}"""),
            Some.Json("""{"NextMarker":"2"}"""),
            Some.Json("""{"Functions":[{"FunctionName":"b"}],"NextMarker":""}"""));
        using var client = service.Client();
        var names = new List<string>();

        await foreach (var function in client.Paginators.ListFunctions(new() { MaxItems = 50 }).Functions)
        {
            names.Add(function.FunctionName);
        }

        Assert.Equal(["a", "b"], names);
        Assert.Equal(
            [
                "/2015-03-31/functions?MaxItems=50",
                "/2015-03-31/functions?Marker=x%2Fy%2Bz%3D&MaxItems=50",
                "/2015-03-31/functions?Marker=2&MaxItems=50",
            ],
            service.Calls.Select(call => call.Target));
    }
}
