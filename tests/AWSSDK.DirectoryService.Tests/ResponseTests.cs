using System.Net;
using Amazon.DirectoryService;
using Infra.AWSSDK.DirectoryService.Tests.Directories;
using Infra.AwsClient.Tests;

namespace Infra.AWSSDK.DirectoryService.Tests;

public class ResponseTests
{
    [Fact]
    public async Task A_certificate_is_read_with_its_times_state_and_settings()
    {
        await using var service = await FakeService.AnsweringAsync(
            """
            { "Certificate": {
                "CertificateId": "c-906701234a", "State": "RegisterFailed", "StateReason": "chain",
                "CommonName": "Corp CA", "RegisteredDateTime": 1.469737584772E9, "ExpiryDateTime": 1795262400.5,
                "Type": "ClientCertAuth",
                "SomethingNew": { "a": [1] },
                "ClientCertAuthSettings": { "OCSPUrl": "http://ocsp.corp.example.mil" } } }
            """);
        using var client = service.Client();

        var response = await client.DescribeCertificateAsync(new());

        var certificate = response.Certificate;
        Assert.Equal("c-906701234a", certificate.CertificateId);
        Assert.Equal(CertificateState.RegisterFailed, certificate.State);
        Assert.Equal("chain", certificate.StateReason);
        Assert.Equal("Corp CA", certificate.CommonName);
        Assert.Equal(CertificateType.ClientCertAuth, certificate.Type);
        Assert.Equal("http://ocsp.corp.example.mil", certificate.ClientCertAuthSettings.OCSPUrl);
        Assert.Equal(
            new DateTime(2016, 7, 28, 20, 26, 24, 772, DateTimeKind.Utc),
            certificate.RegisteredDateTime!.Value,
            TimeSpan.FromMilliseconds(0.001));
        Assert.Equal(new DateTime(2026, 11, 21, 12, 0, 0, 500, DateTimeKind.Utc), certificate.ExpiryDateTime);
        Assert.Equal(DateTimeKind.Utc, certificate.ExpiryDateTime!.Value.Kind);
        Assert.Equal(FakeService.RequestId, response.ResponseMetadata.RequestId);
        Assert.Equal(HttpStatusCode.OK, response.HttpStatusCode);
    }

    [Fact]
    public async Task Settings_are_read_with_their_states_and_reasons()
    {
        await using var service = await FakeService.AnsweringAsync(
            """
            { "ClientAuthenticationSettingsInfo": [
                { "Type": "SmartCardOrPassword", "Status": "Disabled", "LastUpdatedDateTime": 1.7952624E9 } ] }
            """,
            """
            { "LDAPSSettingsInfo": [
                { "LDAPSStatus": "EnableFailed", "LDAPSStatusReason": "no chain", "LastUpdatedDateTime": null } ] }
            """);
        using var client = service.Client();

        var clientAuthentication = await client.DescribeClientAuthenticationSettingsAsync(new());
        var ldaps = await client.DescribeLDAPSSettingsAsync(new());

        var setting = Assert.Single(clientAuthentication.ClientAuthenticationSettingsInfo);
        Assert.Equal(ClientAuthenticationType.SmartCardOrPassword, setting.Type);
        Assert.Equal(ClientAuthenticationStatus.Disabled, setting.Status);
        Assert.Equal(new DateTime(2026, 11, 21, 12, 0, 0, DateTimeKind.Utc), setting.LastUpdatedDateTime);
        var ldapsSetting = Assert.Single(ldaps.LDAPSSettingsInfo);
        Assert.Equal(LDAPSStatus.EnableFailed, ldapsSetting.LDAPSStatus);
        Assert.Equal("no chain", ldapsSetting.LDAPSStatusReason);
        Assert.Null(ldapsSetting.LastUpdatedDateTime);
    }

    [Fact]
    public async Task A_directory_is_read_with_what_decides_whether_it_can_trust_certificates()
    {
        await using var service = await FakeService.AnsweringAsync(
            """
            { "DirectoryDescriptions": [ {
                "DirectoryId": "d-9067012345", "Name": "corp.example.mil", "ShortName": "CORP", "Size": "Large",
                "Edition": "Enterprise", "Alias": "corp", "AccessUrl": "corp.awsapps.com", "Description": "sign-in",
                "DnsIpAddrs": ["10.0.0.1"], "DnsIpv6Addrs": [], "Stage": "Active", "StageReason": "ready",
                "LaunchTime": 1795262400, "StageLastUpdatedDateTime": 1795262401.25, "Type": "ADConnector",
                "SsoEnabled": false, "DesiredNumberOfDomainControllers": 2,
                "ConnectSettings": { "VpcId": "vpc-1", "SubnetIds": ["subnet-1"] } } ] }
            """);
        using var client = service.Client();

        var directory = Assert.Single((await client.DescribeDirectoriesAsync()).DirectoryDescriptions);

        Assert.Equal(
            ("d-9067012345", "corp.example.mil", "CORP"),
            (directory.DirectoryId, directory.Name, directory.ShortName));
        Assert.Equal((DirectoryType.ADConnector, DirectoryStage.Active), (directory.Type, directory.Stage));
        Assert.Equal((DirectorySize.Large, DirectoryEdition.Enterprise), (directory.Size, directory.Edition));
        Assert.Equal(
            ("corp", "corp.awsapps.com", "sign-in", "ready"),
            (directory.Alias, directory.AccessUrl, directory.Description, directory.StageReason));
        Assert.Equal(["10.0.0.1"], directory.DnsIpAddrs);
        Assert.Empty(directory.DnsIpv6Addrs);
        Assert.False(directory.SsoEnabled);
        Assert.Equal(2, directory.DesiredNumberOfDomainControllers);
        Assert.Equal(new DateTime(2026, 11, 21, 12, 0, 0, DateTimeKind.Utc), directory.LaunchTime);
        Assert.Equal(directory.LaunchTime!.Value.AddSeconds(1.25), directory.StageLastUpdatedDateTime);
    }

    [Fact]
    public async Task What_an_answer_leaves_out_or_says_is_null_is_null()
    {
        await using var service = await FakeService.AnsweringAsync(
            "{}", """{"CertificatesInfo":[{"CommonName":null}],"NextToken":null}""");
        using var client = service.Client();

        var absent = await client.ListCertificatesAsync(new());
        var nulls = await client.ListCertificatesAsync(new());

        Assert.Null(absent.CertificatesInfo);
        Assert.Null(nulls.NextToken);
        var certificate = Assert.Single(nulls.CertificatesInfo);
        Assert.Null(certificate.CommonName);
        Assert.Null(certificate.ExpiryDateTime);
        Assert.Null(certificate.State);
    }

    [Fact]
    public async Task A_value_that_is_not_known_yet_is_kept()
    {
        await using var service = await FakeService.AnsweringAsync(
            """{"CertificatesInfo":[{"State":"Renewing","Type":"registered"}]}""");
        using var client = service.Client();

        var response = await client.ListCertificatesAsync(new());

        var certificate = Assert.Single(response.CertificatesInfo);
        Assert.Equal("Renewing", certificate.State.Value);
        Assert.True(certificate.State == "Renewing");
        Assert.Equal("registered", certificate.Type.Value);
    }
}
