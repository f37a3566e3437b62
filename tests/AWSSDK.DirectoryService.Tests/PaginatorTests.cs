using Amazon.Runtime;
using Infra.AWSSDK.DirectoryService.Tests.Directories;
using Infra.AwsClient.Tests;

namespace Infra.AWSSDK.DirectoryService.Tests;

public class PaginatorTests
{
    [Fact]
    public async Task Certificates_come_page_by_page_an_empty_page_included()
    {
        await using var service = await FakeService.AnsweringAsync(
            """{"CertificatesInfo":[{"CertificateId":"c-1"}],"NextToken":"a"}""",
            """{"NextToken":"b"}""",
            """{"CertificatesInfo":[{"CertificateId":"c-2"},{"CertificateId":"c-3"}],"NextToken":""}""");
        using var client = service.Client();

        var certificates = await ReadAsync(
            client.Paginators.ListCertificates(new() { DirectoryId = Some.DirectoryId, Limit = 2 }).CertificatesInfo);

        Assert.Equal(["c-1", "c-2", "c-3"], certificates.Select(certificate => certificate.CertificateId));
        Assert.Equal(
            [
                $$"""{"DirectoryId":"{{Some.DirectoryId}}","Limit":2}""",
                $$"""{"DirectoryId":"{{Some.DirectoryId}}","NextToken":"a","Limit":2}""",
                $$"""{"DirectoryId":"{{Some.DirectoryId}}","NextToken":"b","Limit":2}""",
            ],
            service.Calls.Select(call => call.Body));
    }

    [Fact]
    public async Task Settings_and_directories_come_page_by_page_too()
    {
        await using var service = await FakeService.AnsweringAsync(
            """{"ClientAuthenticationSettingsInfo":[{"Type":"SmartCard"}],"NextToken":"a"}""",
            """{"ClientAuthenticationSettingsInfo":[{"Type":"SmartCardOrPassword"}]}""",
            """{"LDAPSSettingsInfo":[{"LDAPSStatus":"Enabling"}],"NextToken":"b"}""",
            """{"LDAPSSettingsInfo":[{"LDAPSStatus":"Disabled"}]}""",
            """{"DirectoryDescriptions":[{"DirectoryId":"d-1"}],"NextToken":"c"}""",
            """{"DirectoryDescriptions":[{"DirectoryId":"d-2"}]}""");
        using var client = service.Client();

        var types = await ReadAsync(
            client.Paginators.DescribeClientAuthenticationSettings(new()).ClientAuthenticationSettingsInfo);
        var states = await ReadAsync(client.Paginators.DescribeLDAPSSettings(new()).LDAPSSettingsInfo);
        var directories = await ReadAsync(client.Paginators.DescribeDirectories(new()).DirectoryDescriptions);

        Assert.Equal(["SmartCard", "SmartCardOrPassword"], types.Select(setting => setting.Type.Value));
        Assert.Equal(["Enabling", "Disabled"], states.Select(setting => setting.LDAPSStatus.Value));
        Assert.Equal(["d-1", "d-2"], directories.Select(directory => directory.DirectoryId));
        Assert.Equal(
            ["{}", """{"NextToken":"a"}""", "{}", """{"NextToken":"b"}""", "{}", """{"NextToken":"c"}"""],
            service.Calls.Select(call => call.Body));
    }

    [Fact]
    public async Task A_paginator_is_enumerated_once()
    {
        await using var service = await FakeService.AnsweringAsync("{}", "{}");
        using var client = service.Client();
        var paginator = client.Paginators.ListCertificates(new() { DirectoryId = Some.DirectoryId });

        await ReadAsync(paginator.Responses);

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => ReadAsync(paginator.CertificatesInfo));
        Assert.Contains("Paginators.ListCertificates", error.Message, StringComparison.Ordinal);
        Assert.Single(service.Calls);
    }

    private static async Task<List<T>> ReadAsync<T>(IPaginatedEnumerable<T> pages)
    {
        var all = new List<T>();
        await foreach (var one in pages)
        {
            all.Add(one);
        }

        return all;
    }
}
