namespace ServiceBot.Bot.Understanding;

/// <summary>
/// The traditional characters that retailers' messages hold. The product search folds every character by its own full
/// table; here only the words of service matter.
/// </summary>
internal static class TraditionalForms
{
    private const string Pairs =
        "華华軟软條条貨货訂订額额還还幾几時时間间這这個个麼么嗎吗們们來来錢钱價价購购煙烟菸烟會会員员經经電电話话號号碼码發发"
        + "證证檔档結结賬账帳账戶户點点單单絡络對对謝谢見见請请問问幫帮長长門门開开關关員员務务際际業业車车東东樓楼龍龙雲云黃黄"
        + "鶴鹤蘇苏貴贵紅红嬌娇鑽钻銀银聯联繫系線线級级規规則则費费減减換换絕绝總总數数據据報报舉举訴诉詢询辦办區区縣县鎮镇鄉乡"
        + "讓让說说聽听聲声覺觉認认識识應应該该從从給给過过運运達达進进連连遠远邊边選选難难隨随雙双零零頭头題题類类風风飛飞體体"
        + "麗丽園园國国圖图場场壞坏處处備备復复實实寫写將将導导屬属歲岁幣币庫库張张當当徑径態态懷怀戰战擇择損损揚扬擔担斷断舊旧"
        + "書书機机權权歡欢歷历歸归氣气決决淚泪滿满漲涨為为無无熱热爺爷爾尔獎奖現现環环產产畫画異异盤盘盡尽監监確确禮礼種种稱称"
        + "穩稳窮穷競竞筆笔節节約约純纯紙纸細细終终組组統统網网緊紧編编練练縮缩續续罰罚義义習习聞闻職职聰聪腳脚與与舉举藥药蘭兰"
        + "親亲觀观計计訊讯記记設设許许評评試试詳详誤误課课調调談谈論论誰谁變变豐丰貼贴買买賣卖質质賺赚贈赠趕赶跡迹輕轻輪轮轉转"
        + "農农遲迟適适遞递郵邮醫医釋释錄录錯错鐘钟鐵铁閉闭閒闲陽阳陰阴陳陈險险雖虽離离響响頂顶項项順顺預预領领頻频願愿顧顾顯显"
        + "餘余館馆馬马驗验騙骗魚鱼鮮鲜麥麦齊齐";

    private static readonly Dictionary<char, char> Simplified = Pairs.Chunk(2)
        .DistinctBy(pair => pair[0])
        .ToDictionary(pair => pair[0], pair => pair[1]);

    /// <summary>The simplified form, or the same character.</summary>
    public static char ToSimplified(char character) => Simplified.GetValueOrDefault(character, character);
}
