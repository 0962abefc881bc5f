using ServiceBot.Knowledge.Search;

namespace ServiceBot.Knowledge.Tests.Search;

public sealed class ProductIndexTests
{
    private static readonly ProductIndex Index = new(Catalogue.Products);

    [Theory]
    [InlineData("中华(软)", "中华(软)")]
    [InlineData("中华（软）", "中华(软)")]
    [InlineData("中华【软】", "中华(软)")]
    [InlineData("中华 软", "中华(软)")]
    [InlineData("中华软", "中华(软)")]
    [InlineData("软中华", "中华(软)")]
    [InlineData("軟中華", "中华(软)")]
    [InlineData("软中", "中华(软)")]
    [InlineData("中华的软的", "中华(软)")]
    [InlineData("硬玉", "玉溪(硬)")]
    [InlineData("软蓝黄鹤楼", "黄鹤楼(软蓝)")]
    [InlineData("蓝楼", "黄鹤楼(软蓝)")]
    [InlineData("新版利群", "利群(新版)")]
    [InlineData("炫赫门", "南京(炫赫门)")]
    [InlineData("利群夜西湖", "利群(夜·西湖)")]
    [InlineData("细支云龙", "云烟(细支云龙)")]
    [InlineData("雨花石3mg南京", "南京(雨花石3毫克)")]
    public void Exact_ways_to_write_a_product_are_clear(string text, string name)
    {
        var mention = Assert.Single(Index.Find($"{text}这周还能订几条"));

        Assert.Equal([name], mention.Candidates.Select(candidate => candidate.Product.Name));
        Assert.False(mention.BrandOnly);
    }

    [Theory]
    [InlineData("华子", "中华(软)", "中华(硬)")]
    [InlineData("软蓝", "黄鹤楼(软蓝)", "利群(软蓝)")]
    [InlineData("荷花", "钻石(荷花)", "钻石(细支荷花)", "钻石(软荷花)")]
    [InlineData("1916", "黄鹤楼(软1916)", "黄鹤楼(硬1916)", "黄鹤楼(1916中支)")]
    [InlineData("九五", "南京(软九五)", "南京(细支九五)")]
    [InlineData("金砖", "七匹狼(金砖中支)", "七匹狼(金砖细支)")]
    [InlineData("软黄鹤楼", "黄鹤楼(软蓝)", "黄鹤楼(软红)", "黄鹤楼(软1916)")]
    [InlineData("中华中支", "中华(双中支)", "中华(金中支)")]
    public void Ambiguous_words_keep_every_candidate(string text, params string[] names)
    {
        var mention = Assert.Single(Index.Find($"{text}还有吗"));

        Assert.Subset(mention.Candidates.Select(candidate => candidate.Product.Name).ToHashSet(), names.ToHashSet());
        Assert.False(mention.BrandOnly);
    }

    [Theory]
    [InlineData("黄鹤楼", "黄鹤楼")]
    [InlineData("黄河楼", "黄鹤楼")]
    [InlineData("hhl", "黄鹤楼")]
    [InlineData("huanghelou", "黄鹤楼")]
    [InlineData("huang he lou", "黄鹤楼")]
    [InlineData("立群", "利群")]
    [InlineData("芙容王", "芙蓉王")]
    [InlineData("玉西", "玉溪")]
    [InlineData("芙蓉玉", "芙蓉王")]
    public void Brand_alone_gives_all_its_products(string text, string brand)
    {
        var mention = Assert.Single(Index.Find($"{text}限量多少"));

        Assert.True(mention.BrandOnly);
        Assert.All(mention.Candidates, candidate => Assert.StartsWith(brand, candidate.Product.Name, StringComparison.Ordinal));
        Assert.True(mention.Candidates.Count > 20);
    }

    [Theory]
    [InlineData("rzh", "中华(软)", MatchKind.Initials)]
    [InlineData("ＲＺＨ", "中华(软)", MatchKind.Initials)]
    [InlineData("ruanzhonghua", "中华(软)", MatchKind.Homophone)]
    [InlineData("煊赫门", "南京(炫赫门)", MatchKind.Nickname)]
    [InlineData("选赫门", "南京(炫赫门)", MatchKind.Homophone)]
    [InlineData("黄鹤楼软兰", "黄鹤楼(软蓝)", MatchKind.Homophone)]
    [InlineData("利群新板", "利群(新版)", MatchKind.Homophone)]
    [InlineData("黄楼软蓝", "黄鹤楼(软蓝)", MatchKind.Typo)]
    [InlineData("南京炫贺们", "南京(炫赫门)", MatchKind.Homophone)]
    [InlineData("hhl软蓝", "黄鹤楼(软蓝)", MatchKind.Name)]
    public void Guesses_name_their_kind(string text, string name, MatchKind kind)
    {
        var mention = Assert.Single(Index.Find($"{text}还能订几条"));

        Assert.Equal((name, kind), (mention.Candidates[0].Product.Name, mention.Candidates[0].Kind));
    }

    [Fact]
    public void Several_products_come_in_order()
    {
        const string text = "软中、硬中和荷花各还能订多少";

        var mentions = Index.Find(text);

        Assert.Equal(["软中", "硬中", "荷花"], mentions.Select(mention => mention.Text));
        Assert.All(mentions, mention => Assert.Equal(mention.Text, text.Substring(mention.Start, mention.Text.Length)));
    }

    [Theory]
    [InlineData("玉溪 软中", "玉溪", "软中")]
    [InlineData("芙蓉王 硬中华 软玉溪", "芙蓉王", "硬中华", "软玉溪")]
    [InlineData("利群,黄河楼,hhl软蓝限量", "利群", "黄河楼", "hhl软蓝")]
    public void Neighbours_are_kept_apart(string text, params string[] expected) =>
        Assert.Equal(expected, Index.Find(text).Select(mention => mention.Text));

    [Theory]
    [InlineData("中华人民共和国")]
    [InlineData("荷花池塘")]
    [InlineData("长城长")]
    [InlineData("大前门地铁站")]
    [InlineData("红双喜乒乓球")]
    [InlineData("黄山旅游")]
    [InlineData("泰山爬山")]
    [InlineData("南京到上海")]
    [InlineData("真龙天子")]
    [InlineData("云烟缭绕的山谷")]
    [InlineData("柜员能订货吗")]
    [InlineData("遇袭了怎么办")]
    [InlineData("熊市还会跌吗")]
    [InlineData("孩子们在读报")]
    [InlineData("中华软件怎么订")]
    [InlineData("黄山门票多少钱")]
    [InlineData("我爱你")]
    [InlineData("非常谢谢")]
    [InlineData("今天南京天气怎么样")]
    [InlineData("手机号13800001916")]
    [InlineData("1916年")]
    [InlineData("hhhh")]
    [InlineData("")]
    [InlineData("？？")]
    public void Ordinary_words_are_no_products(string text) => Assert.Empty(Index.Find(text));

    [Theory]
    [InlineData("中华", true)]
    [InlineData("熊猫", true)]
    [InlineData("荷花", false)]
    public void Name_that_is_the_whole_message_needs_no_cue(string text, bool brandOnly) =>
        Assert.Equal(brandOnly, Assert.Single(Index.Find(text)).BrandOnly);

    [Theory]
    [InlineData("中华(软)", "那硬的呢", "中华(硬)")]
    [InlineData("中华(软)", "双中支呢", "中华(双中支)")]
    [InlineData("中华(软)", "金中支的", "中华(金中支)")]
    [InlineData("黄鹤楼(软蓝)", "那硬的呢", "黄鹤楼(硬蓝)")]
    [InlineData("南京(炫赫门)", "红的呢", "南京(红)")]
    public void Form_alone_finds_the_brands_other_product(string subject, string text, string name)
    {
        var code = Catalogue.Products.First(product => product.Name == subject).Code;

        Assert.Equal(name, Assert.Single(Index.FindByForm(code, text)).Product.Name);
    }

    [Fact]
    public void Form_of_a_brand_may_stay_ambiguous() =>
        Assert.True(Index.FindByForm("芙蓉王", "细支的呢").Count > 1);

    [Theory]
    [InlineData("中华", "谢谢")]
    [InlineData("中华", "发红包")]
    [InlineData("不在目录", "那硬的呢")]
    public void Text_without_a_form_of_the_brand_finds_nothing(string brand, string text) =>
        Assert.Empty(Index.FindByForm(brand, text));

    [Fact]
    public void Index_of_no_products_finds_nothing() => Assert.Empty(new ProductIndex([]).Find("软中华还有吗"));

    [Fact]
    public void Very_long_message_is_read_to_its_first_thousand_characters() =>
        Assert.Single(Index.Find("软中华限量，" + new string('。', 5000) + "硬中华限量"));
}
